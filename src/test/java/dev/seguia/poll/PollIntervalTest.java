package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.config.PollingSettings;
import dev.seguia.feed.Rhythm;
import dev.seguia.poll.PollInterval.Hints;
import dev.seguia.source.Source;
import dev.seguia.testing.TestSettings;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PollIntervalTest {
  private static final Instant NOW = Instant.parse("2025-11-14T12:00:00Z"); // a Friday
  private static final PollingSettings POLLING = Config.defaults().polling();
  private static final PollResult SOUND = new PollResult.Unchanged();

  /// Between 5 minutes and 12 hours, once an hour as a rule, with half of the jitter, which is
  /// none.
  private final PollInterval interval = without(0.5);

  @ParameterizedTest(name = "wish {0}: {1}")
  @CsvSource({", PT1H", "PT30M, PT30M", "PT1S, PT5M", "PT5M, PT5M", "P7D, PT12H", "PT12H, PT12H"})
  void bringsTheWishOfASourceInsideTheBounds(@Nullable Duration wish, Duration expected) {
    assertThat(after(interval, wish, SOUND, 0, Hints.none())).isEqualTo(expected);
  }

  @ParameterizedTest(name = "max-age {0}: {1}")
  @CsvSource({"PT1S, PT1H", "PT59M, PT1H", "PT2H, PT2H", "PT20H, PT20H", "P3650D, P1D"})
  void waitsUntilAnAnswerIsNoLongerFreshButADayAtMost(Duration maxAge, Duration least) {
    var hints = new Hints(Optional.of(maxAge), Rhythm.none());
    assertThat(after(interval, null, SOUND, 0, hints))
        .isBetween(least, least.plus(Duration.ofMinutes(30)));
    assertThat(after(without(0), null, SOUND, 0, hints)).isLessThanOrEqualTo(least);
  }

  @ParameterizedTest(name = "ttl {0}: {1}")
  @CsvSource({"PT1M, PT1H", "PT2H, PT2H", "PT12H, PT12H", "P70D, PT12H"})
  void waitsAsLongAsADocumentWishesWithinTheBounds(Duration ttl, Duration expected) {
    var hints = new Hints(Optional.empty(), new Rhythm(Optional.of(ttl), Set.of(), Set.of()));
    assertThat(after(without(0), null, SOUND, 0, hints)).isIn(expected, Duration.ofMinutes(57));
    assertThat(after(interval, null, SOUND, 0, hints)).isGreaterThanOrEqualTo(expected);
  }

  @ParameterizedTest(name = "hours {0}, days {1}: {2}")
  @CsvSource({
    "12, , 13:00", // due at 13:00 in any case
    "13, , 14:00",
    "13 14 15, , 16:00",
    "13 15, , 14:00",
    "0 1 2, , 13:00",
    "13 14 15 16 17 18 19 20 21 22 23 0 1 2 3 4 5 6 7 8 9 10 11, , 36:00",
    "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23, , 13:00",
    ", SATURDAY, 13:00",
    ", FRIDAY, 24:00",
    "0 1, FRIDAY, 26:00",
    ", FRIDAY SATURDAY SUNDAY, 36:00",
    ", MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY, 13:00"
  })
  void sleepsThroughTheHoursAndDaysThatADocumentNamesButADayAtMost(
      @Nullable String hours, @Nullable String days, String due) {
    var rhythm = new Rhythm(Optional.empty(), hours(hours), days(days));
    var clock = due.split(":", -1);
    var expected =
        Instant.parse("2025-11-14T00:00:00Z").plus(Duration.ofHours(Long.parseLong(clock[0])));
    assertThat(interval.next(NOW, source(null), SOUND, 0, new Hints(Optional.empty(), rhythm)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "after {0} failures: {1}")
  @CsvSource({"1, PT2H", "2, PT4H", "3, PT8H", "4, PT16H", "5, P1D", "6, P1D", "1000000, P1D"})
  void doublesAtEveryFailureUpToADay(int failures, Duration expected) {
    assertThat(after(interval, null, new PollResult.Failed("HTTP 404"), failures, Hints.none()))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "Retry-After {0}: {1}")
  @CsvSource({"PT2M, PT1H", "PT3H, PT3H", "P9D, P1D"})
  void waitsAsLongAsAThrottlingServerAsksButADayAtMost(Duration retryAfter, Duration least) {
    var result = new PollResult.Postponed(503, Optional.of(retryAfter));
    assertThat(after(interval, null, result, 3, Hints.none()))
        .isBetween(least, least.plus(Duration.ofMinutes(36)));
  }

  @Test
  void backsOffWhereAThrottlingServerDoesNotSayForHowLong() {
    var result = new PollResult.Postponed(429, Optional.empty());
    assertThat(after(interval, null, result, 2, Hints.none())).isEqualTo(Duration.ofHours(4));
  }

  @ParameterizedTest
  @CsvSource({"0.0, PT57M", "0.5, PT1H", "0.999999, PT1H3M"})
  void spreadsThePollsByATwentiethToEitherSide(double random, Duration expected) {
    assertThat(after(without(random), null, SOUND, 0, Hints.none()))
        .isCloseTo(expected, Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"0.0, ", "0.5, ", "0.999, ", "0.0, PT1H", "0.999, PT1S"})
  void pollsAtJustThatPaceWhereShortestAndLongestAreTheSame(
      double random, @Nullable Duration wish) {
    var pace = everySecond(random);
    var rhythm =
        new Rhythm(Optional.of(Duration.ofHours(1)), Set.of(12, 13), Set.of(DayOfWeek.FRIDAY));
    assertThat(after(pace, wish, SOUND, 0, new Hints(Optional.empty(), rhythm)))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void waitsUntilAnAnswerIsNoLongerFreshAtAnyPace() {
    var pace = everySecond(0);
    var hints = new Hints(Optional.of(Duration.ofMinutes(1)), Rhythm.none());
    assertThat(after(pace, null, SOUND, 0, hints)).isEqualTo(Duration.ofMinutes(1));
  }

  @Property(seed = "20251114")
  void neverComesBackTooSoonOrTooLateWhateverIsWished(
      @ForAll @LongRange(min = 0, max = 1L << 40) long maxAge,
      @ForAll @LongRange(min = 0, max = 1L << 40) long ttl,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll DayOfWeek day,
      @ForAll @IntRange(max = 40) int failures) {
    var random = new PollInterval(POLLING, new java.util.Random(ttl));
    var rhythm = new Rhythm(Optional.of(Duration.ofSeconds(ttl)), Set.of(hour), Set.of(day));
    var hints = new Hints(Optional.of(Duration.ofSeconds(maxAge)), rhythm);
    for (var result :
        List.of(
            SOUND,
            new PollResult.Failed("no"),
            new PollResult.Postponed(429, Optional.of(Duration.ofSeconds(maxAge)))))
      assertThat(after(random, null, result, failures, hints))
          .isBetween(random.shortest(), random.farthest());
  }

  private static Duration after(
      PollInterval interval,
      @Nullable Duration wish,
      PollResult result,
      int failures,
      Hints hints) {
    return Duration.between(NOW, interval.next(NOW, source(wish), result, failures, hints));
  }

  private static PollInterval without(double random) {
    return new PollInterval(POLLING, new Fixed(random));
  }

  private static PollInterval everySecond(double random) {
    var settings = TestSettings.of("polling.min-interval=1s", "polling.max-interval=1s");
    return new PollInterval(settings.polling(), new Fixed(random));
  }

  private static Set<Integer> hours(@Nullable String text) {
    return words(text).map(Integer::valueOf).collect(Collectors.toSet());
  }

  private static Set<DayOfWeek> days(@Nullable String text) {
    return words(text).map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }

  private static Stream<String> words(@Nullable String text) {
    return text == null ? Stream.empty() : Stream.of(text.split(" ", -1));
  }

  private static Source source(@Nullable Duration wish) {
    var plain = Source.Settings.defaults();
    var settings = wish == null ? plain : plain.withInterval(wish);
    return new Source(
        URI.create("https://one.example/feed"), "", Optional.empty(), List.of(), settings);
  }

  /// Not random at all.
  private record Fixed(double value) implements RandomGenerator {
    @Override
    public long nextLong() {
      return (long) (value * Long.MAX_VALUE);
    }

    @Override
    public double nextDouble() {
      return value;
    }
  }
}
