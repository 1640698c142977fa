package dev.seguia.poll;

import dev.seguia.source.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long a source is left alone after a poll.
///
/// @param shortest the least time between two polls of a source
/// @param longest the most, while nothing is wrong
/// @param usual for a source that has no wish of its own
/// @param random spreads the polls
public record PollInterval(
    Duration shortest, Duration longest, Duration usual, RandomGenerator random) {
  /// A source that fails comes back by itself, once a day at the latest.
  private static final Duration LONGEST_BACKOFF = Duration.ofDays(1);

  /// A mistaken "fresh for ten years" must not end a source.
  private static final Duration LONGEST_FRESHNESS = Duration.ofDays(1);

  private static final double JITTER = 0.1;
  private static final int MOST_DOUBLINGS = 20;

  /// An interval for a number of polls a day.
  public static PollInterval of(
      Duration shortest, Duration longest, double pollsPerDay, RandomGenerator random) {
    var usual = Duration.ofMillis(Math.round(Duration.ofDays(1).toMillis() / pollsPerDay));
    return new PollInterval(shortest, longest, usual, random);
  }

  /// What a document says of how long it stays as it is.
  ///
  /// @param maxAge of the answer (RFC 9111 section 4.2.1)
  /// @param ttl of the feed (RSS 2.0 `ttl`)
  public record Hints(Optional<Duration> maxAge, Optional<Duration> ttl) {
    public static Hints none() {
      return new Hints(Optional.empty(), Optional.empty());
    }
  }

  /// The time to the next poll.
  ///
  /// @param failures in a row, this poll included
  public Duration after(Source source, PollResult result, int failures, Hints hints) {
    return switch (result) {
      case PollResult.Read _, PollResult.Unchanged _, PollResult.Running _ ->
          longer(spread(regular(source, hints)), hints.maxAge().map(PollInterval::believed));
      case PollResult.Postponed(_, var retryAfter) ->
          longer(backoff(source, failures), retryAfter.map(PollInterval::believed));
      case PollResult.Failed _, PollResult.Gone _ -> backoff(source, failures);
    };
  }

  private Duration regular(Source source, Hints hints) {
    return within(longer(source.settings().interval().orElse(usual), hints.ttl()));
  }

  private Duration backoff(Source source, int failures) {
    var factor = 1L << Math.clamp(failures, 0, MOST_DOUBLINGS);
    var wait = within(source.settings().interval().orElse(usual)).multipliedBy(factor);
    return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
  }

  /// Sources that came together drift apart.
  private Duration spread(Duration interval) {
    var factor = 1 + JITTER * (random.nextDouble() - 0.5);
    return within(Duration.ofMillis(Math.round(interval.toMillis() * factor)));
  }

  private Duration within(Duration interval) {
    if (interval.compareTo(shortest) < 0) return shortest;
    return interval.compareTo(longest) > 0 ? longest : interval;
  }

  private static Duration believed(Duration wish) {
    return wish.compareTo(LONGEST_FRESHNESS) > 0 ? LONGEST_FRESHNESS : wish;
  }

  private static Duration longer(Duration interval, Optional<Duration> other) {
    return other.filter(wish -> wish.compareTo(interval) > 0).orElse(interval);
  }
}
