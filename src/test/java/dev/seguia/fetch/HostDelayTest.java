package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HostDelayTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// Shortly before it runs over.
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

  private final HostDelay spacing = HostDelay.fromNow(PAUSE, nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void givesTheFirstTurnAtOnceAndTheOthersInARow() {
    assertThat(spacing.turn("h.example")).isZero();
    assertThat(spacing.turn("h.example")).isEqualTo(PAUSE);
    assertThat(spacing.turn("h.example")).isEqualTo(PAUSE.multipliedBy(2));
  }

  @Test
  void keepsNoHostWaitingForAnother() {
    assertThat(spacing.turn("h.example")).isZero();
    assertThat(spacing.turn("other.example")).isZero();
  }

  @Test
  void countsTheTimeThatHasPassed() {
    spacing.turn("h.example");
    pass(Duration.ofMillis(700));
    assertThat(spacing.turn("h.example")).isEqualTo(Duration.ofMillis(300));
    pass(Duration.ofSeconds(5));
    assertThat(spacing.turn("h.example")).isZero();
  }

  @Test
  void countsFromWhenATurnWasMadeUseOf() {
    spacing.turn("h.example");
    pass(Duration.ofMillis(900));
    spacing.begun("h.example");
    assertThat(spacing.turn("h.example")).isEqualTo(PAUSE);
  }

  @Test
  void asksNoHostSoonAfterARestart() {
    spacing.turn("h.example");
    pass(Duration.ofMillis(10));
    var restarted = HostDelay.afterARestart(PAUSE, nanos::get);
    assertThat(restarted.turn("h.example")).isEqualTo(PAUSE);
    pass(Duration.ofSeconds(3));
    assertThat(restarted.turn("other.example")).isZero();
  }

  @Test
  void forgetsNoHostThatStillHasToWait() {
    spacing.turn("h.example");
    IntStream.range(0, 3_000).forEach(number -> spacing.turn("h" + number + ".example"));
    assertThat(spacing.turn("h.example")).isEqualTo(PAUSE);
  }
}
