package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;

/// When sources are polled, and how many at one time.
///
/// @param budgetPerDay polls of one source per day, on average
/// @param newPerSecond first polls of new sources per second
public record PollingSettings(
    Duration minInterval,
    Duration maxInterval,
    double budgetPerDay,
    double newPerSecond,
    int concurrency,
    int perHost) {
  static final Section SECTION = new Section("polling");

  private static final Key<Duration> MIN_INTERVAL =
      SECTION.key(
          "min-interval", Kind.DURATION, "5m", "the shortest time between two polls of a source");
  private static final Key<Duration> MAX_INTERVAL =
      SECTION.key(
          "max-interval",
          Kind.DURATION,
          "12h",
          "the longest time between two polls of a source that works");
  private static final Key<Double> BUDGET_PER_DAY =
      SECTION.key(
          "budget-per-day", Kind.NUMBER, "24", "how often a source is polled per day, on average");
  private static final Key<Double> NEW_PER_SECOND =
      SECTION.key(
          "new-per-second",
          Kind.NUMBER,
          "5",
          "how many new sources get their first poll per second");
  private static final Key<Integer> CONCURRENCY =
      SECTION.key(
          "concurrency", Kind.WHOLE_NUMBER, "64", "the maximum number of polls at one time");
  private static final Key<Integer> PER_HOST =
      SECTION.key(
          "per-host",
          Kind.WHOLE_NUMBER,
          "1",
          "the maximum number of requests to one host at one time");

  private static final Duration LONGEST_HOST_PAUSE = Duration.ofSeconds(1);

  /// The number of sources on one host that can all be polled within the shortest interval.
  private static final int SOURCES_OF_A_HOST = 300;

  public PollingSettings {
    var second = Duration.ofSeconds(1);
    new Check()
        .that(minInterval.compareTo(second) >= 0, MIN_INTERVAL, "must be 1s or longer", minInterval)
        .that(maxInterval.compareTo(second) >= 0, MAX_INTERVAL, "must be 1s or longer", maxInterval)
        .that(
            minInterval.compareTo(maxInterval) <= 0,
            MIN_INTERVAL,
            "must be at most " + Units.text(maxInterval) + " (" + MAX_INTERVAL.name() + ")",
            minInterval)
        .that(budgetPerDay > 0, BUDGET_PER_DAY, "must be above 0", budgetPerDay)
        .that(newPerSecond > 0, NEW_PER_SECOND, "must be above 0", newPerSecond)
        .that(
            concurrency >= 1 && concurrency <= 10_000,
            CONCURRENCY,
            "must be between 1 and 10000",
            concurrency)
        .that(perHost >= 1 && perHost <= 100, PER_HOST, "must be between 1 and 100", perHost)
        .done();
  }

  /// Reads the section.
  static PollingSettings read(Reading given) {
    return new PollingSettings(
        given.get(MIN_INTERVAL),
        given.get(MAX_INTERVAL),
        given.get(BUDGET_PER_DAY),
        given.get(NEW_PER_SECOND),
        given.get(CONCURRENCY),
        given.get(PER_HOST));
  }

  /// An interval, shortened or lengthened to lie between the shortest and the longest.
  public Duration within(Duration interval) {
    if (interval.compareTo(minInterval) < 0) return minInterval;
    return interval.compareTo(maxInterval) > 0 ? maxInterval : interval;
  }

  /// The minimum time between two requests to one host: a second, or less if sources are polled
  /// more often than every five minutes or a host may get several requests at one time.
  public Duration hostPause() {
    var fair = minInterval.dividedBy(SOURCES_OF_A_HOST);
    var pause = fair.compareTo(LONGEST_HOST_PAUSE) < 0 ? fair : LONGEST_HOST_PAUSE;
    return pause.dividedBy(perHost);
  }
}
