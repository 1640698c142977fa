package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecayedCountTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "after {0}: {1}")
  @CsvSource({"PT0S, 8", "P30D, 4", "P60D, 2", "P90D, 1", "-P30D, 8"})
  void isHalvedEveryThirtyDays(Duration later, double expected) {
    assertThat(new DecayedCount(8, NOON).at(NOON.plus(later))).isEqualTo(expected, within(1e-9));
  }

  @Test
  void isTheSameInWhateverOrderThingsAreCounted() {
    var late = NOON.plus(Duration.ofDays(10));
    var one = DecayedCount.none().plus(1, NOON).plus(2, late);
    var other = DecayedCount.none().plus(2, late).plus(1, NOON);
    assertThat(one.instant()).isEqualTo(other.instant()).isEqualTo(late);
    assertThat(one.value()).isEqualTo(other.value(), within(1e-9));
  }

  @Test
  void isNotBelowZero() {
    assertThatThrownBy(() -> new DecayedCount(-1, NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DecayedCount(Double.NaN, NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
