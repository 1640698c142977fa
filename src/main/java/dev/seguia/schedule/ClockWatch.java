package dev.seguia.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Detects changes of the system clock, by comparing it with a monotonic clock.
final class ClockWatch {
  /// Smaller steps do no harm, and a busy machine looks like one.
  private static final Duration NOTEWORTHY = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final LongSupplier nanos;
  private Instant lastTime;
  private long lastNanos;

  /// @param nanos a monotonic clock (nanoseconds)
  ClockWatch(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    lastTime = clock.instant();
    lastNanos = nanos.getAsLong();
  }

  /// By how much the system clock was changed since the last call, if it was.
  synchronized Optional<Duration> step() {
    var time = clock.instant();
    var now = nanos.getAsLong();
    var step = Duration.between(lastTime, time).minusNanos(now - lastNanos);
    lastTime = time;
    lastNanos = now;
    return step.abs().compareTo(NOTEWORTHY) > 0 ? Optional.of(step) : Optional.empty();
  }
}
