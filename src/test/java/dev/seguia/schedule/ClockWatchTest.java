package dev.seguia.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClockWatchTest {
  private final TestClock clock = TestClock.standing();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may run over
  private final ClockWatch watch = new ClockWatch(clock, nanos::get);

  @ParameterizedTest(name = "{0} by the clock in {1}: {2}")
  @CsvSource({
    "PT5S, PT5S, ",
    "P1D, P1D, ",
    "PT1M, PT1S, ",
    "P1DT5S, PT5S, P1D",
    "-PT23H, PT1H, -P1D",
    "PT0S, PT2M, -PT2M"
  })
  void noticesThatTheClockWasSet(Duration step, Duration passed, @Nullable Duration expected) {
    clock.advance(step);
    nanos.addAndGet(passed.toNanos());
    assertThat(watch.step()).isEqualTo(Optional.ofNullable(expected));
    assertThat(watch.step()).isEmpty();
  }
}
