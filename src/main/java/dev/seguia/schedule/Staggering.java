package dev.seguia.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Turns that follow one another at a distance, so that what could all begin at once does not.
final class Staggering {
  private final Duration between;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  Staggering(Duration between, InstantSource clock) {
    this.between = between;
    this.clock = clock;
  }

  /// The next turn that is free: now, unless others stand before it.
  synchronized Instant turn() {
    var now = clock.instant();
    var turn = next.isAfter(now) ? next : now;
    next = turn.plus(between);
    return turn;
  }

  /// The clock was set: those who stand in line need not be waited for.
  synchronized void restart() {
    next = Instant.MIN;
  }
}
