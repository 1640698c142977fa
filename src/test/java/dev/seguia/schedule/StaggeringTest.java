package dev.seguia.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StaggeringTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestClock clock = TestClock.standing();
  private final Staggering pace = new Staggering(SECOND, clock);

  @Test
  void givesTurnsOneAfterAnother() {
    var now = clock.instant();
    assertThat(pace.turn()).isEqualTo(now);
    assertThat(pace.turn()).isEqualTo(now.plus(SECOND));
    assertThat(pace.turn()).isEqualTo(now.plus(SECOND.multipliedBy(2)));
  }

  @Test
  void savesUpNoTurnsThatNobodyTook() {
    pace.turn();
    clock.advance(SECOND.multipliedBy(100));
    assertThat(pace.turn()).isEqualTo(clock.instant());
    assertThat(pace.turn()).isEqualTo(clock.instant().plus(SECOND));
  }

  @Test
  void letsNobodyWaitForATimeBeforeTheClockWasSet() {
    pace.turn();
    clock.advance(Duration.ofDays(-1));
    pace.restart();
    assertThat(pace.turn()).isEqualTo(clock.instant());
  }
}
