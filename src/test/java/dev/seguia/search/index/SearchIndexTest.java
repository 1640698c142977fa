package dev.seguia.search.index;

import static dev.seguia.search.Articles.NOON;
import static dev.seguia.search.Articles.article;
import static dev.seguia.search.Articles.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.search.Articles;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.index.SearchRequest.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SearchIndexTest {
  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  @TempDir private Path folder;
  private SearchIndex index;
  private long nanos;

  @BeforeEach
  void open() {
    index = SearchIndex.open(folder, disk -> disk, () -> nanos);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void show(List<SearchEntry> entries) {
    index.update(entries);
    index.refresh();
  }

  private List<Long> found(String text) {
    return index
        .search(query(text), SearchRequest.first(Order.NEWEST_FIRST, 100, TOMORROW))
        .seqs()
        .reversed();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "election | 1 2 5 6",
        "élections | 1 2 4 5 6",
        "ELECTIONS lang:de | 4",
        "election lang:de | ",
        "maroc | 1",
        "état | 1",
        "l'état | 1",
        "trump | 2",
        "voter | 2",
        "انتخابات | 3",
        "نتائج | 3",
        "covid | 5",
        "covid-19 | 5",
        "\"covid 19\" | 5",
        "\"être ou ne pas être\" | 5",
        "\"etre ou ne pas etre\" | 5",
        "\"pas ne être\" | ",
        "\"élection législative\" | 1",
        "\"trumps elections\" | 2",
        "\"elections législative\" lang:en | ",
        "elect* | 1 2 4 5 6",
        "élections* | 1 4",
        "l'élect* | 1 2 4 5 6",
        "legislat?ves | 1",
        "المغر* | 3",
        "title:election | 1 2",
        "title:(maroc OR raja) | 1 6",
        "title:(election -maroc) | 2",
        "title:elect* | 1 2",
        "maroc OR raja | 1 6",
        "election -title:election | 5 6",
        "source:lemonde.fr | 1 2 3 4 5",
        "source:https://www.lemonde.fr/rss | 1 2 3 4 5",
        "source:0a1b2c3d4e5f lang:fr | 1",
        "source:hespress | 6",
        "source:\"le monde\" lang:en | 2",
        "source:hespress.com | 6",
        "source:hesp* | 6",
        "-source:lemonde.fr election | 6",
        "lang:fr | 1 6",
        "lang:AR | 3",
        "lang:(ar OR en) | 2 3",
        "tag:maroc | 1 6",
        "tag:(maroc -sport) | 1",
        "tag:المغرب | 3",
        "tag:\"droits de l'homme\" | 4",
        "tag:droits-de-l-homme | 4",
        "tag:droits* | 4",
        "nowhere | ",
        "election nowhere | ",
      })
  void finds(String text, String seqs) {
    show(Articles.mixed());
    var expected = seqs == null || seqs.isEmpty() ? List.of() : List.of(seqs.split(" "));
    assertThat(found(text).stream().map(String::valueOf)).isEqualTo(expected);
  }

  @Test
  void showsWhatWasWrittenAfterARefreshOnly() {
    index.update(List.of(article(1, "fr", "Titre", "")));
    assertThat(found("titre")).isEmpty();
    index.refresh();
    assertThat(found("titre")).containsExactly(1L);
  }

  @Test
  void showsAReaderWhatWasWrittenTwoSecondsAgoWithoutBeingTold() {
    index.update(List.of(article(1, "fr", "Titre", "")));
    nanos += Duration.ofMillis(1_900).toNanos();
    assertThat(found("titre")).isEmpty();
    nanos += Duration.ofMillis(100).toNanos();
    var before = index.revision();
    assertThat(found("titre")).containsExactly(1L);
    assertThat(index.revision()).isEqualTo(before);
  }

  @Test
  void refreshesByItselfOnlyWhileSomeoneReads() {
    index.update(List.of(article(1, "fr", "Titre", "")));
    nanos += Duration.ofMinutes(2).toNanos();
    assertThat(index.isRefreshDue()).isFalse();
    assertThat(found("titre")).containsExactly(1L);
    index.update(List.of(article(2, "fr", "Titre", "")));
    nanos += Duration.ofSeconds(2).toNanos();
    assertThat(index.isRefreshDue()).isTrue();
    nanos += Duration.ofMinutes(1).toNanos();
    assertThat(index.isRefreshDue()).isFalse();
  }

  @Test
  void takesAChangedEntryInThePlaceOfTheOldOne() {
    show(List.of(article(1, "fr", "Ancien", "")));
    show(List.of(article(1, "fr", "Nouveau", "")));
    assertThat(found("ancien")).isEmpty();
    assertThat(found("nouveau")).containsExactly(1L);
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsRemoved() {
    show(List.of(article(1, "fr", "Un", ""), article(2, "fr", "Un", "")));
    index.remove(List.of(1L));
    index.refresh();
    assertThat(found("un")).containsExactly(2L);
  }

  @Test
  void keepsWhatWasCommittedAndNothingElse() {
    index.update(List.of(article(1, "fr", "Un", "")));
    index.commit(17);
    index.update(List.of(article(2, "fr", "Un", "")));
    index.close();
    index = SearchIndex.open(folder);
    assertThat(index.reached()).isEqualTo(17);
    assertThat(found("un")).containsExactly(1L);
  }

  @Test
  void isOfOneProcessOnly() {
    assertThatThrownBy(() -> SearchIndex.open(folder))
        .isInstanceOf(SearchException.class)
        .hasMessageContaining("in use by another process");
  }

  @Test
  void putsTitlesBeforeTextsAndRecentOnesBeforeOldOnes() {
    var old = Articles.later(article(3, "fr", "Le tramway", "de Rabat"), Duration.ofDays(-300));
    show(
        List.of(
            article(1, "fr", "La ville", "Le tramway de Rabat"),
            article(2, "fr", "Le tramway", "de Rabat"),
            old));
    var best = index.search(query("tramway"), SearchRequest.first(Order.BEST_FIRST, 10, TOMORROW));
    assertThat(best.seqs()).startsWith(2L).hasSize(3);
    assertThat(best.seqs().indexOf(2L)).isLessThan(best.seqs().indexOf(3L));
  }

  @ParameterizedTest
  @EnumSource
  void pagesWithoutAGapOrARepetition(Order order) {
    show(LongStream.range(0, 25).mapToObj(seq -> article(seq, "fr", "Le même", "texte")).toList());
    var request = SearchRequest.first(order, 7, TOMORROW);
    var seqs = new ArrayList<Long>();
    for (var next = Optional.of(request); next.isPresent(); ) {
      var page = index.search(query("même"), next.get());
      seqs.addAll(page.seqs());
      next =
          page.next()
              .map(place -> request.after(SearchPlace.parse(place.toString()).orElseThrow()));
    }
    assertThat(seqs).containsExactlyElementsOf(LongStream.range(0, 25).boxed().toList().reversed());
  }

  @Test
  void countsUpToAThousand() {
    show(LongStream.range(0, 30).mapToObj(seq -> article(seq, "fr", "Titre", "")).toList());
    var few = index.search(query("titre"), SearchRequest.first(Order.NEWEST_FIRST, 5, TOMORROW));
    assertThat(few.total()).isEqualTo(30);
    assertThat(few.isExact()).isTrue();
    show(LongStream.range(30, 3000).mapToObj(seq -> article(seq, "fr", "Titre", "")).toList());
    var many = index.search(query("titre"), SearchRequest.first(Order.BEST_FIRST, 5, TOMORROW));
    assertThat(many.total()).isBetween(1000L, 3000L);
  }

  @Test
  void givesATagsEntriesNewestFirstWhereNothingFitsBetter() {
    show(List.of(article(1, "fr", "Un", "", "sport"), article(2, "fr", "Deux", "", "sport")));
    assertThat(
            index
                .search(query("tag:sport"), SearchRequest.first(Order.BEST_FIRST, 5, TOMORROW))
                .seqs())
        .containsExactly(2L, 1L);
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "1.2.3", "ffffffff.1.1.1", "1.1.99999999999999999999.1", "-1.1.1.1"})
  void takesNoOtherTextForAPlace(String text) {
    assertThat(SearchPlace.parse(text)).isEmpty();
  }
}
