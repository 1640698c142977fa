package dev.seguia.lists;

import java.time.Duration;

/// When a list on the web is due again: like a source with an interval of an hour.
///
/// @param shortest the least time between two requests
/// @param longest the most, while nothing is wrong
public record ListPace(Duration shortest, Duration longest) {
  private static final Duration USUAL = Duration.ofHours(1);

  /// One that fails comes back by itself.
  private static final Duration LONGEST_AFTER_FAILURES = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 20;

  /// @param failures in a row
  Duration after(int failures) {
    var wait = pace().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_AFTER_FAILURES) > 0 ? LONGEST_AFTER_FAILURES : wait;
  }

  private Duration pace() {
    if (USUAL.compareTo(shortest) < 0) return shortest;
    return USUAL.compareTo(longest) > 0 ? longest : USUAL;
  }
}
