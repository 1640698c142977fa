package dev.seguia.store.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustTest {
  /// How many 304s are believed before the document is asked for in any case.
  private static int believed(Trust trust, String source) {
    var current = trust;
    for (var count = 0; ; count++) {
      if (current.isDoubtful(source)) return count;
      current = current.believed();
    }
  }

  @Test
  void doubtsA304AfterAFewAtFirst() {
    for (var source : sources())
      assertThat(believed(Trust.fresh(), source)).as(source).isBetween(4, 6);
  }

  @Test
  void doesNotDoubtAllSourcesAtOnce() {
    assertThat(sources().stream().map(source -> believed(Trust.fresh(), source)).distinct())
        .hasSize(3);
  }

  private static List<String> sources() {
    return IntStream.range(0, 50).mapToObj(number -> "source" + number).toList();
  }

  @Test
  void doubtsMoreAndMoreSeldomWhileNothingIsFound() {
    var trust = Trust.fresh();
    for (var least : new int[] {8, 16, 32, 64, 64, 64}) {
      trust = trust.confirmed();
      assertThat(believed(trust, "a")).isBetween(least, least * 3 / 2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // told apart, had doubts, patience before, after
    "true, false, 4, 4",
    "true, false, 64, 64",
    "true, false, 0, 4",
    "true, true, 64, 4",
    "false, true, 64, 0",
    "false, false, 4, 0",
    "false, false, 0, 0"
  })
  void learnsFromADocumentWithNewEntries(
      boolean toldApart, boolean hadDoubts, int before, int after) {
    assertThat(new Trust(3, before).changed(toldApart, hadDoubts)).isEqualTo(new Trust(0, after));
  }

  @Test
  void sendsNoConditionsWhileTheValidatorsStayAsTheyAreThoughTheDocumentChanges() {
    var trust = Trust.fresh().changed(false, true);
    assertThat(trust.isDoubtful("a")).isTrue();
    assertThat(trust.confirmed().isDoubtful("a")).isTrue();
  }
}
