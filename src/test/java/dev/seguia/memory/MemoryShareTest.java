package dev.seguia.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemoryShareTest {
  @Test
  void leaveHalfOfTheHeapToWorkIn() {
    assertThat(Stream.of(MemoryShare.values()).mapToInt(MemoryShare::percent).sum())
        .isLessThanOrEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({"160, 16", "1000, 100"})
  void isATenthOfTheHeapForBodies(long heap, long megabytes) {
    assertThat(MemoryShare.BODIES.bytes(heap * 1_000_000)).isEqualTo(megabytes * 1_000_000);
  }

  @Test
  void aCountStaysWithinItsBounds() {
    assertThat(MemoryShare.TAGS.count(Integer.MAX_VALUE, 7, 9)).isEqualTo(7);
    assertThat(MemoryShare.TAGS.count(1, 7, 9)).isEqualTo(9);
  }

  @Test
  void namesEachBoundForTheLog() {
    assertThat(MemoryShare.summary())
        .startsWith("heap=")
        .contains(" bodies=", " copies=", " stories=", " related_tags=");
  }
}
