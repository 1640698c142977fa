package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;

/// When sources are polled.
///
/// @param budgetPerDay how many polls a day one source gets on average
/// @param newPerSecond how many new sources get their first poll in a second
public record PollingSettings(
    Duration minInterval,
    Duration maxInterval,
    double budgetPerDay,
    double newPerSecond,
    int concurrency,
    int perHost) {
  private static final Duration LONGEST_HOST_PAUSE = Duration.ofSeconds(1);

  /// So many sources on one host can all be polled in the shortest interval.
  private static final int SOURCES_OF_A_HOST = 300;

  public PollingSettings {
    var second = Duration.ofSeconds(1);
    new Check()
        .that(
            minInterval.compareTo(second) >= 0,
            "polling.min-interval",
            "must be 1s or longer",
            minInterval)
        .that(
            maxInterval.compareTo(second) >= 0,
            "polling.max-interval",
            "must be 1s or longer",
            maxInterval)
        .that(
            minInterval.compareTo(maxInterval) <= 0,
            "polling.min-interval",
            "must not be longer than polling.max-interval, which is " + Units.text(maxInterval),
            minInterval)
        .that(budgetPerDay > 0, "polling.budget-per-day", "must be above 0", budgetPerDay)
        .that(newPerSecond > 0, "polling.new-per-second", "must be above 0", newPerSecond)
        .that(
            concurrency >= 1 && concurrency <= 10_000,
            "polling.concurrency",
            "must lie between 1 and 10000",
            concurrency)
        .that(
            perHost >= 1 && perHost <= 100,
            "polling.per-host",
            "must lie between 1 and 100",
            perHost)
        .done();
  }

  /// How long after one request to a host the next one may follow: a second, and less where sources
  /// are to be polled more often than every five minutes, or the host may see several requests at
  /// once.
  public Duration hostPause() {
    var fair = minInterval.dividedBy(SOURCES_OF_A_HOST);
    var pause = fair.compareTo(LONGEST_HOST_PAUSE) < 0 ? fair : LONGEST_HOST_PAUSE;
    return pause.dividedBy(perHost);
  }
}
