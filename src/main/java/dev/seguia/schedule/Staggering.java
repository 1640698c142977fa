package dev.seguia.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Rate limiter: hands out turns with a minimum distance, so that work does not start all at once.
final class Staggering {
  private final Duration between;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  Staggering(Duration between, InstantSource clock) {
    this.between = between;
    this.clock = clock;
  }

  /// The next free turn: now, unless others are waiting.
  synchronized Instant turn() {
    var now = clock.instant();
    var turn = next.isAfter(now) ? next : now;
    next = turn.plus(between);
    return turn;
  }

  /// Restarts after a clock change: earlier turns need not be waited for.
  synchronized void restart() {
    next = Instant.MIN;
  }
}
