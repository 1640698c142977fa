package dev.seguia.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.memory.MemoryShare;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThirdTest {
  @Test
  void isReadAsItWasWritten() {
    var third =
        new Third(3, 2, 1_000, 10, 1.25, 0.0625, Map.of(MemoryShare.TAGS, new Third.Held(5, 7)));
    assertThat(Third.parse(third.line())).isEqualTo(third);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 5, 100, 5, 0",
    "100, 5, 105, 1, 0",
    "100, 1, 105, 5, 0",
    "100, 2, 105, 3, 2",
    "100, 0, 90, 0, 0"
  })
  void growsByWhatIsMoreThanTheNoise(
      long before, long noiseBefore, long live, long noise, long growth) {
    assertThat(third(live, noise).growthSince(third(before, noiseBefore))).isEqualTo(growth);
  }

  @Test
  void growsNotByWhatAPartTakesThatWasNotFull() {
    assertThat(third(110, 0, 15).growthSince(third(100, 0, 5))).isZero();
    assertThat(third(112, 0, 15).growthSince(third(100, 0, 5))).isEqualTo(2);
    assertThat(third(112, 0, 5).growthSince(third(100, 0, 15))).isEqualTo(12);
  }

  private static Third third(long live, long noise) {
    return third(live, noise, 0);
  }

  private static Third third(long live, long noise, long held) {
    return new Third(
        1, 1, live, noise, 1, 0, Map.of(MemoryShare.TAGS, new Third.Held(held, 1_000)));
  }

  @ParameterizedTest
  @CsvSource({"75, 100, true, true", "74, 100, true, false", "101, 100, false, true"})
  void aPartIsWithinItsShareAndFillsIt(long most, long bound, boolean isWithin, boolean isFilled) {
    var held = new Third.Held(most, bound);
    assertThat(held.isWithin()).isEqualTo(isWithin);
    assertThat(held.isFilledTo(75)).isEqualTo(isFilled);
  }
}
