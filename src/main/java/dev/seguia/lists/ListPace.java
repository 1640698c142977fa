package dev.seguia.lists;

import java.time.Duration;
import java.util.Optional;

/// How long a list on the web is left alone after it was asked for: an hour, or as long as its
/// server says that it stays as it is; and longer after each failure.
///
/// @param shortest the least time between two requests
/// @param longest the most
public record ListPace(Duration shortest, Duration longest) {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;

  /// @param maxAge of the answer (RFC 9111 section 4.2.1)
  Duration afterSuccess(Optional<Duration> maxAge) {
    return within(longer(USUAL, maxAge));
  }

  /// @param failures in a row, this one included
  Duration afterFailure(int failures) {
    return within(USUAL.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
  }

  /// What a server demands counts beyond the longest, for a day at most.
  Duration afterRefusal(int failures, Optional<Duration> demanded) {
    var asked = longer(afterFailure(failures), demanded);
    return asked.compareTo(DAY) > 0 ? DAY : asked;
  }

  private static Duration longer(Duration one, Optional<Duration> other) {
    return other.filter(wish -> wish.compareTo(one) > 0).orElse(one);
  }

  private Duration within(Duration wish) {
    if (wish.compareTo(shortest) < 0) return shortest;
    return wish.compareTo(longest) > 0 ? longest : wish;
  }
}
