package dev.seguia.lists;

import dev.seguia.config.PollingSettings;
import java.time.Duration;

/// When a list on the web is due again: like a source with an interval of an hour.
record ListPace(PollingSettings polling) {
  private static final Duration USUAL = Duration.ofHours(1);

  /// One that fails comes back by itself.
  private static final Duration LONGEST_AFTER_FAILURES = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 20;

  /// @param failures in a row
  Duration after(int failures) {
    var wait = polling.within(USUAL).multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_AFTER_FAILURES) > 0 ? LONGEST_AFTER_FAILURES : wait;
  }
}
