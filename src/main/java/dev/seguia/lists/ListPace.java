package dev.seguia.lists;

import java.time.Duration;
import java.util.Optional;

/// How long a list on the web is left alone after it was asked for: as sources are, by a pace of an
/// hour.
///
/// @param shortest the least time between two requests
/// @param longest the most, while nothing is wrong
public record ListPace(Duration shortest, Duration longest) {
  private static final Duration USUAL = Duration.ofHours(1);

  /// One that fails comes back by itself, once a day at the latest; and no server puts one off for
  /// longer.
  private static final Duration DAY = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 20;

  /// @param maxAge of the answer (RFC 9111 section 4.2.1)
  Duration afterSuccess(Optional<Duration> maxAge) {
    return longer(pace(), maxAge);
  }

  /// @param failures in a row, this one included
  Duration afterFailure(int failures) {
    return capped(pace().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
  }

  /// @param failures in a row, this one included
  /// @param wait that the server demands
  Duration afterRefusal(int failures, Optional<Duration> wait) {
    return longer(afterFailure(failures), wait);
  }

  private Duration pace() {
    if (USUAL.compareTo(shortest) < 0) return shortest;
    return USUAL.compareTo(longest) > 0 ? longest : USUAL;
  }

  private static Duration longer(Duration one, Optional<Duration> other) {
    return capped(other.filter(wish -> wish.compareTo(one) > 0).orElse(one));
  }

  private static Duration capped(Duration wait) {
    return wait.compareTo(DAY) > 0 ? DAY : wait;
  }
}
