package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.store.state.PollState;
import dev.seguia.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArrivalsTest {
  private final Instant now = TestClock.standing().instant();

  private List<Instant> dates(int old, int fresh) {
    return Stream.concat(
            IntStream.range(0, old).mapToObj(any -> now.minus(Duration.ofDays(30))),
            IntStream.range(0, fresh).mapToObj(any -> now.minus(Duration.ofHours(1))))
        .toList();
  }

  @ParameterizedTest(name = "{0} old and {1} fresh ones: {2}")
  @CsvSource({"0, 50, false", "10, 0, false", "11, 0, true", "11, 10, true", "11, 11, false"})
  void takesManyOldEntriesForABackCatalogueAndFewForLatecomers(
      int old, int fresh, boolean archive) {
    var before = PollState.fresh().succeeded(now.minus(Duration.ofHours(1)), now);
    assertThat(Arrivals.isBackCatalogue(before, dates(old, fresh))).isEqualTo(archive);
  }

  @Test
  void takesAllThatANewSourceBringsForItsBackCatalogue() {
    assertThat(Arrivals.isBackCatalogue(PollState.fresh(), dates(0, 3))).isTrue();
  }

  @Test
  void countsFromTheLastSuccessHoweverLongAgo() {
    var before = PollState.fresh().succeeded(now.minus(Duration.ofDays(60)), now);
    assertThat(Arrivals.isBackCatalogue(before, dates(50, 0))).isFalse();
  }
}
