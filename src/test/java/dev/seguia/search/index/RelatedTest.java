package dev.seguia.search.index;

import static dev.seguia.search.Articles.article;
import static dev.seguia.search.Articles.later;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.Articles;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.index.Related.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelatedTest {
  private static final SearchEntry QUAKE = titled(1, "Séisme : Marrakech compte ses morts");

  @TempDir private Path folder;
  private SearchIndex index;

  @BeforeEach
  void open() {
    index = SearchIndex.open(folder);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static SearchEntry titled(long seq, String title, String... tags) {
    return Articles.from(
        article(seq, "fr", title, "", tags),
        "source" + seq,
        "Source",
        "https://" + seq + ".example");
  }

  private List<Long> to(SearchEntry entry, Span span, SearchEntry... others) {
    fill(entry, others);
    return new Related(index).to(entry, span, 10);
  }

  private void fill(SearchEntry entry, SearchEntry... others) {
    var all = new ArrayList<>(Arrays.asList(others));
    all.add(entry);
    for (var seq = 100; seq < 150; seq++) all.add(titled(seq, "Tout autre sujet " + seq));
    index.update(all);
    index.refresh();
  }

  @Test
  void findsWhatSharesRareWordsBeforeAndAfter() {
    assertThat(
            to(
                QUAKE,
                Span.EVENT,
                later(titled(2, "À Marrakech, après le séisme"), Duration.ofHours(5)),
                later(titled(3, "Le séisme de Marrakech en images"), Duration.ofHours(-5)),
                titled(4, "Football à Rabat")))
        .containsExactlyInAnyOrder(2L, 3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Séisme à Marrakech                             | true
          Marrakech compte sur ses touristes             | true
          Les morts du séisme de 1960                    | true
          Marrakech accueille un festival de jazz en mai | false
          À Rabat, 13 projets et 25 millions             | false
          """)
  void showsOnlyWhatSharesEnough(String title, boolean shown) {
    var quake = titled(1, "Séisme : Marrakech compte 13 morts et 25 disparus, selon la wilaya");
    var same = titled(3, "Séisme : morts et disparus à Marrakech, dit la wilaya");
    assertThat(to(quake, Span.EVENT, titled(2, title), same).contains(2L)).isEqualTo(shown);
  }

  @Test
  void findsByOneRareWordWhatHasFewWords() {
    assertThat(to(titled(1, "Zellige"), Span.EVENT, titled(2, "Le zellige de Fès")))
        .containsExactly(2L);
  }

  @Test
  void putsTheNearerInTimeFirst() {
    assertThat(
            to(
                QUAKE,
                Span.EVENT,
                later(titled(2, "Séisme à Marrakech"), Duration.ofDays(-1)),
                later(titled(3, "Séisme à Marrakech"), Duration.ofHours(-1))))
        .containsExactly(3L, 2L);
  }

  @Test
  void leavesOutWhatIsLongAgoUnlessBackgroundIsWanted() {
    var old = later(titled(2, "Séisme à Marrakech"), Duration.ofDays(-20));
    assertThat(to(QUAKE, Span.EVENT, old)).isEmpty();
    assertThat(to(QUAKE, Span.BACKGROUND, old)).containsExactly(2L);
  }

  @Test
  void leavesOutWhatScoresLessThanAQuarterOfTheBest() {
    assertThat(
            to(
                QUAKE,
                Span.EVENT,
                titled(2, "Séisme : Marrakech compte ses morts"),
                later(titled(3, "Autour de Marrakech"), Duration.ofDays(2))))
        .containsExactly(2L);
  }

  @Test
  void takesTwoOfOneSourceAtMost() {
    var same =
        List.of(2L, 3L, 4L).stream()
            .map(seq ->
                Articles.from(
                    titled(seq, "Séisme à Marrakech"), "one", "One", "https://one.example"))
            .toArray(SearchEntry[]::new);
    assertThat(to(QUAKE, Span.EVENT, same)).hasSize(2);
  }

  @Test
  void fillsUpWithBackgroundWhatTheEventLeavesOpen() {
    fill(
        QUAKE,
        later(titled(2, "Séisme : Marrakech compte ses morts, un an après"), Duration.ofDays(-20)),
        later(titled(3, "Séisme à Marrakech"), Duration.ofHours(-5)),
        later(titled(4, "Le séisme de Marrakech en images"), Duration.ofHours(5)));
    var related = new Related(index);
    assertThat(related.to(QUAKE, Set.of(), 10)).containsExactly(3L, 4L, 2L);
    assertThat(related.to(QUAKE, Set.of(), 2)).containsExactly(3L, 4L);
    assertThat(related.to(QUAKE, Set.of(3L), 2)).containsExactly(4L, 2L);
  }

  @Test
  void staysInTheLanguage() {
    var english =
        Articles.from(article(2, "en", "Marrakech Séisme", ""), "x", "X", "https://x.example");
    assertThat(to(QUAKE, Span.EVENT, english)).isEmpty();
  }

  @Test
  void countsSharedTags() {
    var tagged = titled(1, "Un titre sans rapport", "séisme");
    assertThat(to(tagged, Span.EVENT, titled(2, "Les secours arrivent", "séisme")))
        .containsExactly(2L);
  }

  @Test
  void findsNothingForATitleWithoutWords() {
    assertThat(to(titled(1, "?!"), Span.EVENT, titled(2, "?!"))).isEmpty();
  }
}
