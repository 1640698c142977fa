package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.seguia.testing.LiveHeap;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What stories hold in memory, whatever comes in.
final class StoriesBoundTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration MOST_CPU = Duration.ofSeconds(10);
  private static final long BOUND = 8 << 20;

  /// So small that G1 gives no array regions of its own, which it counts as full.
  private static final long SMALL_BOUND = 3 << 20;

  /// What may come in, and how many of it.
  enum Flood {
    DISTINCT(300_000),
    NEARLY_IDENTICAL(300_000),
    ONE_STORY(300_000),
    ONE_WORD_IN_ALL(300_000),
    WITHOUT_WORDS(300_000),
    MANY_LANGUAGES(300_000),
    /// Most of the time goes into splitting them into words.
    LONG(60_000),
    /// Each has words in common with a great many stories.
    FEW_WORDS(60_000);

    private final int headlines;

    Flood(int headlines) {
      this.headlines = headlines;
    }

    private String title(int number) {
      return switch (this) {
        case DISTINCT, MANY_LANGUAGES -> words(number, 8, 1_000_000);
        case NEARLY_IDENTICAL -> "Séisme au Maroc: Agadir touchée, bilan " + number;
        case ONE_STORY -> "Séisme au Maroc: Agadir touchée, bilan " + number % 20;
        case ONE_WORD_IN_ALL -> "Maroc " + words(number, 7, 1_000_000);
        case WITHOUT_WORDS -> "";
        case LONG -> words(number, 500, 1_000_000).substring(0, 2_000);
        case FEW_WORDS -> words(number, 8, 3_000);
      };
    }

    Headline headline(int number) {
      var language = this == MANY_LANGUAGES ? "l" + number % 20_000 : "fr";
      return new Headline(number, Optional.of(language), title(number), "", NOON);
    }

    private static String words(int number, int count, int vocabulary) {
      var random = new SplittableRandom(number);
      return IntStream.range(0, count)
          .mapToObj(_ -> "m" + Integer.toString(random.nextInt(vocabulary), 36))
          .collect(Collectors.joining(" "));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isKeptInAnyFloodAtLittleCost(Flood flood) {
    var stories = new Stories(BOUND);
    var most = 0L;
    var cost = Duration.ZERO;
    for (var number = 0; number < flood.headlines; number++) {
      var headline = flood.headline(number);
      var start = cpu();
      stories.add(headline);
      cost = cost.plusNanos(cpu() - start);
      if (number % 100 == 0) most = Math.max(most, stories.held().bytes());
    }
    assertThat(most).isLessThanOrEqualTo(BOUND);
    assertThat(cost).isLessThan(MOST_CPU);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ONE_STORY") // holds too little to be measured
  void isToldAsTheHeapHasIt(Flood flood) {
    var held = LiveHeap.of(() -> filled(flood));
    assertThat(held).isCloseTo(filled(flood).held().bytes(), withinPercentage(30));
  }

  private static Stories filled(Flood flood) {
    var stories = new Stories(SMALL_BOUND);
    for (var number = 0; number < 20_000; number++) stories.add(flood.headline(number));
    return stories;
  }

  @Test
  void leavesRoomForManyStoriesOfOneEntry() {
    var stories = new Stories(BOUND);
    for (var number = 0; number < 5_000; number++) stories.add(Flood.DISTINCT.headline(number));
    assertThat(stories.held().stories()).isGreaterThan(4_900);
    assertThat(stories.held().bytes() / stories.held().stories()).isLessThan(700);
  }

  @Test
  void closesTheOldestStoriesFirstAndCountsThem() {
    var stories = new Stories(200_000);
    for (var number = 0; number < 1_000; number++)
      stories.add(
          new Headline(
              number,
              Optional.of("fr"),
              Flood.DISTINCT.title(number),
              "",
              NOON.plusSeconds(number)));
    var held = stories.held().stories();
    assertThat(stories.closedEarly()).isEqualTo(1_000 - held).isPositive();
    assertThat(joins(stories, 999)).isTrue();
    assertThat(joins(stories, 0)).isFalse();
  }

  private static boolean joins(Stories stories, int number) {
    var again =
        new Headline(5_000 + number, Optional.of("fr"), Flood.DISTINCT.title(number), "", NOON);
    return stories.add(again).story() == number;
  }

  @Test
  void closesNoneBeforeItsTimeWhereThereIsRoom() {
    var stories = new Stories();
    for (var number = 0; number < 1_000; number++) stories.add(Flood.DISTINCT.headline(number));
    assertThat(stories.closedEarly()).isZero();
  }

  @Test
  void mayBeTooLittleForAnyStory() {
    var stories = new Stories(1);
    var membership = stories.add(Flood.DISTINCT.headline(1));
    assertThat(membership).isEqualTo(new Membership(1, 1, 1));
    assertThat(stories.held().stories()).isZero();
  }

  @Test
  void isPositive() {
    assertThatThrownBy(() -> new Stories(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
