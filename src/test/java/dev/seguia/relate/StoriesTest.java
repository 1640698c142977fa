package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoriesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /// In which all words are forgotten.
  private static final Duration LONG = Duration.ofDays(900);

  private final Stories stories = new Stories();
  private long seq;

  private Membership add(String language, String title, Duration age) {
    return stories.add(new Headline(++seq, Optional.of(language), title, "", NOON.minus(age)));
  }

  private Headline headline(String title) {
    return new Headline(++seq, Optional.of("fr"), title, "", NOON);
  }

  private Membership add(String title) {
    return add("fr", title, Duration.ZERO);
  }

  @Test
  void gatherEntriesOnOneEventUnderTheFirst() {
    add("Séisme au Maroc: la ville d'Agadir touchée");
    add("La banque centrale relève ses taux directeurs");
    var membership = add("Agadir: un séisme secoue le sud du Maroc");
    assertThat(membership.story()).isEqualTo(1);
    assertThat(membership.score()).isBetween(0.3, 1.0);
    assertThat(add("Les taux directeurs relevés par la banque centrale").story()).isEqualTo(2);
  }

  @Test
  void beginWithAnEntryThatIsLikeNoOther() {
    add("Séisme au Maroc: la ville d'Agadir touchée");
    assertThat(add("Le Raja bat le Wydad au stade")).isEqualTo(new Membership(2, 1, 1));
  }

  @Test
  void keepToOneLanguageWhateverItsRegion() {
    add("ar", "زلزال يضرب مدينة أكادير جنوب المغرب", Duration.ZERO);
    assertThat(add("ar-ma", "زلزال أكادير يضرب جنوب المغرب", Duration.ZERO).story()).isEqualTo(1);
    assertThat(add("fa", "زلزال أكادير يضرب جنوب المغرب", Duration.ZERO).story()).isEqualTo(3);
  }

  @Test
  void tellHowManyEntriesTheyHaveSinceTheyAreOpen() {
    assertThat(add("Séisme au Maroc: la ville d'Agadir touchée").size()).isEqualTo(1);
    stories.recall(headline("Séisme au Maroc: Agadir touchée"), 1);
    assertThat(add("Agadir: un séisme secoue le sud du Maroc").size()).isEqualTo(3);
    assertThat(add("La banque centrale relève ses taux directeurs").size()).isEqualTo(1);
  }

  @Test
  void countAWordAnewThatWasForgotten() {
    for (var number = 0; number < 40; number++) add("fr", "Séisme " + number, Duration.ZERO);
    stories.add(new Headline(100, Optional.of("fr"), "Le calme", "", NOON.plus(LONG)));
    stories.add(new Headline(101, Optional.of("fr"), "Le vent", "", NOON.plus(LONG)));
    var later = new Headline(102, Optional.of("fr"), "Vent et calme du soir", "", NOON.plus(LONG));
    var fresh = new Stories();
    fresh.add(new Headline(100, Optional.of("fr"), "Le calme", "", NOON.plus(LONG)));
    fresh.add(new Headline(101, Optional.of("fr"), "Le vent", "", NOON.plus(LONG)));
    assertThat(stories.add(later)).isEqualTo(fresh.add(later));
  }

  @ParameterizedTest(name = "an entry {0} after the last joins: {1}")
  @CsvSource({"PT1H, true", "P2D, true", "P4D, false", "-PT1H, true", "-P2D, true", "-P4D, false"})
  void areOpenForThreeDaysBothWays(Duration later, boolean expected) {
    add("Séisme au Maroc: la ville d'Agadir touchée");
    var membership = add("fr", "Séisme au Maroc: la ville d'Agadir touchée", later.negated());
    assertThat(membership.story() == 1).isEqualTo(expected);
  }

  @Test
  void areNotClosedByABackCatalogue() {
    add("Séisme au Maroc: la ville d'Agadir touchée");
    for (var day = 1; day < 400; day++) add("fr", "Un vieux titre " + day, Duration.ofDays(day));
    assertThat(add("Séisme au Maroc: Agadir touchée").story()).isEqualTo(1);
  }

  @Test
  void takeTheWordsOfASummaryAtHalfTheWeight() {
    var summary = "Un séisme a secoué Agadir et le sud du Maroc dans la nuit de samedi";
    stories.add(new Headline(1, Optional.of("fr"), "Nuit de peur dans le Souss", summary, NOON));
    var other = "Agadir et le sud du Maroc secoués par un séisme samedi";
    var membership =
        stories.add(new Headline(2, Optional.of("fr"), "Le Souss tremble", other, NOON));
    assertThat(membership.story()).isEqualTo(1);
  }

  @Test
  void areNotFoundByWhatASourceWritesUnderAllItsEntries() {
    var summary = "Article URL: https://example.org Comments URL: https://example.net Points: 15";
    stories.add(new Headline(1, Optional.of("en"), "Are analytics good?", summary, NOON));
    stories.add(new Headline(2, Optional.of("en"), "The quiet of mountains", "", NOON));
    var membership =
        stories.add(new Headline(3, Optional.of("en"), "Brain on books", summary, NOON));
    assertThat(membership.story()).isEqualTo(3);
  }

  @Test
  void areTakenUpAgainAfterANewStart() {
    var headline = new Headline(7, Optional.of("fr"), "Séisme au Maroc: Agadir touchée", "", NOON);
    stories.recall(headline, 3);
    assertThat(add("Agadir: séisme au sud du Maroc").story()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🔴🟢", "\ud800", "\u200f", "x", "le la les", "ﷺ"})
  void takeAnyText(String title) {
    assertThatCode(
            () -> {
              add(title);
              add(title);
              stories.add(new Headline(9, Optional.empty(), title, title, Instant.EPOCH));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void holdWhatCameInThreeDaysHoweverMuchCameBefore() {
    var random = new Random(1);
    stream(random, 0, 10);
    var after10Days = stories.held();
    stream(random, 10, 60);
    var after60Days = stories.held();
    assertThat(after60Days.stories()).isLessThan(after10Days.stories() * 11 / 10);
    assertThat(after60Days.postings()).isLessThan(after10Days.postings() * 11 / 10);
    assertThat(after60Days.terms()).isLessThan(after10Days.terms() * 11 / 10);
  }

  @Test
  void letGoOfAllThatIsPast() {
    stream(new Random(2), 0, 3);
    stories.add(
        new Headline(++seq, Optional.of("fr"), "Le calme", "", NOON.plus(Duration.ofDays(90))));
    var held = stories.held();
    assertThat(held).isEqualTo(new Stories.Held(1, 1, 1, held.bytes()));
  }

  @Test
  void areBoundedInABackCatalogueThatComesAtOnce() {
    add("Aujourd'hui");
    var random = new Random(3);
    for (var number = 0; number < 25_000; number++)
      add("fr", title(random), Duration.ofDays(400).plusMinutes(number));
    assertThat(stories.held().stories()).isLessThan(10_001);
  }

  @Test
  void keepTheWeightiestWordsOfAStoryThatGoesOn() {
    for (var hour = 0; hour < 24 * 60; hour++)
      add("fr", "Séisme Agadir Maroc mot" + hour + "a mot" + hour + "b", Duration.ofHours(-hour));
    assertThat(stories.held().stories()).isEqualTo(1);
    assertThat(stories.held().postings()).isLessThan(500);
  }

  /// A headline each five minutes, of 3,000 words of which some are common.
  private void stream(Random random, int fromDay, int toDay) {
    var minutes = Duration.ofDays(1).toMinutes();
    for (var minute = fromDay * minutes; minute < toDay * minutes; minute += 5)
      add("fr", title(random), Duration.ofMinutes(-minute));
  }

  private static String title(Random random) {
    return random
        .ints(8, 0, 1_000)
        .mapToObj(number -> "mot" + Integer.toString(number * number % 30_011, 36))
        .collect(Collectors.joining(" "));
  }
}
