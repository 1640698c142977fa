package dev.seguia.admin;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How often the token may be tried, by all together: no one is locked out for long, and no one
/// gets through many.
final class Guesses {
  /// In a row, before one has to wait.
  static final int AT_ONCE = 5;

  /// Until one more is allowed.
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private long free;

  /// @param nanos a clock that no one sets
  Guesses(LongSupplier nanos) {
    this.nanos = nanos;
    free = nanos.getAsLong() - AT_ONCE * PAUSE.toNanos();
  }

  /// Whether the token may be tried now; if so, this was one try.
  synchronized boolean take() {
    var now = nanos.getAsLong();
    var next = Math.max(free - now, -AT_ONCE * PAUSE.toNanos()) + PAUSE.toNanos();
    if (next > 0) return false;
    free = now + next;
    return true;
  }
}
