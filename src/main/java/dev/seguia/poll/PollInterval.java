package dev.seguia.poll;

import dev.seguia.config.PollingSettings;
import dev.seguia.feed.Rhythm;
import dev.seguia.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The time between two polls of a source (adaptive polling).
///
/// What servers and documents wish only ever makes it longer. A document's wishes count between the
/// shortest and the longest interval; what a server demands counts beyond, for a day at most.
///
/// @param random spreads the polls
public record PollInterval(PollingSettings polling, RandomGenerator random) {
  /// A source that fails comes back by itself, once a day at the latest; and a mistaken "fresh for
  /// ten years" must not end one.
  private static final Duration DAY = Duration.ofDays(1);

  private static final double JITTER = 0.1;
  private static final Duration LONGEST_JITTER = Duration.ofMinutes(30);
  private static final int MOST_DOUBLINGS = 20;

  /// What is known about how long a document stays unchanged.
  ///
  /// @param maxAge of the response (RFC 9111 section 4.2.1)
  /// @param rhythm by the document's own word
  public record Hints(Optional<Duration> maxAge, Rhythm rhythm) {
    public static Hints none() {
      return new Hints(Optional.empty(), Rhythm.none());
    }
  }

  /// When the next poll is due.
  ///
  /// @param failures in a row, this poll included
  public Instant next(Instant now, Source source, PollResult result, int failures, Hints hints) {
    var due = now.plus(after(source, result, failures, hints));
    return isFixed() ? due : awake(due, now.plus(DAY), hints.rhythm());
  }

  /// The least time between two polls of a source.
  Duration shortest() {
    return polling.minInterval();
  }

  /// The most, while nothing is wrong.
  private Duration longest() {
    return polling.maxInterval();
  }

  /// The interval of a source that has no wish of its own.
  private Duration usual() {
    return Duration.ofMillis(Math.round(DAY.toMillis() / polling.budgetPerDay()));
  }

  /// The operator has set one pace for all: no document changes it.
  private boolean isFixed() {
    return shortest().equals(longest());
  }

  private static Instant awake(Instant due, Instant atLatest, Rhythm rhythm) {
    var awake = rhythm.awake(due);
    if (!awake.isAfter(atLatest)) return awake;
    return due.isAfter(atLatest) ? due : atLatest;
  }

  private Duration after(Source source, PollResult result, int failures, Hints hints) {
    return switch (result) {
      case PollResult.Read _, PollResult.Unchanged _ ->
          longer(
              longer(
                  spread(regular(source)),
                  hints.rhythm().ttl().map(this::later).map(polling::within)),
              hints.maxAge().map(this::demanded));
      case PollResult.Postponed(_, var retryAfter) ->
          retryAfter
              .map(wait -> longer(regular(source), Optional.of(demanded(wait))))
              .orElseGet(() -> backoff(source, failures));
      case PollResult.Failed _, PollResult.Gone _ -> backoff(source, failures);
      case PollResult.BackedOff(var left) -> demanded(left);
      case PollResult.Running _ -> shortest();
    };
  }

  /// How long a whole server gets no requests after it asked for fewer.
  Duration rest(Optional<Duration> asked) {
    return asked.map(PollInterval::capped).orElse(shortest());
  }

  /// The minimum time before a repeated request, whatever happened to the response: somewhat more
  /// than half the interval, since a request reaches its server some time after it was sent.
  public Duration half(Source source) {
    return regular(source).multipliedBy(5).dividedBy(8);
  }

  /// The longest wait that any poll asks for.
  public Duration farthest() {
    return (longest().compareTo(DAY) > 0 ? longest() : DAY).plus(LONGEST_JITTER);
  }

  private Duration regular(Source source) {
    return polling.within(source.settings().interval().orElse(usual()));
  }

  private Duration backoff(Source source, int failures) {
    var factor = 1L << Math.clamp(failures, 0, MOST_DOUBLINGS);
    return capped(regular(source).multipliedBy(factor));
  }

  /// Random jitter, so that sources that were added together drift apart.
  private Duration spread(Duration interval) {
    var factor = 1 + JITTER * (random.nextDouble() - 0.5);
    return polling.within(Duration.ofMillis(Math.round(interval.toMillis() * factor)));
  }

  private Duration demanded(Duration wish) {
    return later(capped(wish));
  }

  /// Not before the requested time, and not all at the same moment after it.
  private Duration later(Duration wish) {
    var jitter = Duration.ofMillis(Math.round(wish.toMillis() * JITTER / 2 * random.nextDouble()));
    return wish.plus(jitter.compareTo(LONGEST_JITTER) > 0 ? LONGEST_JITTER : jitter);
  }

  private static Duration capped(Duration wish) {
    return wish.compareTo(DAY) > 0 ? DAY : wish;
  }

  private static Duration longer(Duration interval, Optional<Duration> other) {
    return other.filter(wish -> wish.compareTo(interval) > 0).orElse(interval);
  }
}
