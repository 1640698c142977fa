package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.EntryTag;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Copies of one article that share neither id nor link: how they become one entry, and two again.
final class SplittingTest {
  private static final String TITLE = "Le roi inaugure la ligne à grande vitesse de Marrakech";
  private static final Source AGENCY = StoreWorld.source("https://agency.example/feed", "maroc");
  private static final Source JOURNAL = StoreWorld.source("https://journal.example/rss", "trains");
  private static final Source OTHER = StoreWorld.source("https://other.example/rss", "autres");

  private static final Item FIRST = Item.of("a-1", "https://agency.example/1", TITLE);
  private static final Item COPY =
      Item.of("j-1", "https://journal.example/9", TITLE + " - Le Journal");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void list() {
    world.sources.list(List.of(AGENCY, JOURNAL, OTHER));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void pollBoth() {
    world.poll(AGENCY, FIRST);
    world.clock.advance(Duration.ofMinutes(10));
    world.poll(JOURNAL, COPY);
  }

  private StoredEntry only() {
    assertThat(world.all()).hasSize(1);
    return world.all().getFirst();
  }

  private List<String> split() {
    return world.entries.split(only().id(), Optional.empty());
  }

  private static List<String> names(StoredEntry entry) {
    return entry.tags().stream().map(tag -> tag.tag().name()).sorted().toList();
  }

  @Test
  void anArticleUnderOneTitleInTwoSourcesIsOneEntryWithBoth() {
    pollBoth();
    assertThat(only().sightings())
        .extracting(Sighting::joinedBy)
        .containsExactly(JoinedBy.FIRST, JoinedBy.TITLE);
    assertThat(only().sightings().getLast().score()).hasValue(1.0);
    assertThat(only().entry().title()).isEqualTo(TITLE);
    assertThat(names(only())).containsExactly("maroc", "trains");
  }

  @Test
  void twoArticlesOfOneSourceStayTwoThoughTheirTitlesAreOne() {
    world.poll(AGENCY, FIRST, Item.of("a-2", "https://agency.example/2", TITLE));
    assertThat(world.all()).hasSize(2);
  }

  @Test
  void aSourceThatCarriesTheEntryAlreadyBringsAnotherArticleInLikeWords() {
    pollBoth();
    world.poll(
        JOURNAL,
        COPY,
        Item.of("j-2", "https://journal.example/10", TITLE + ", en images cette fois"));
    assertThat(world.all()).hasSize(2);
  }

  @Test
  void copiesThatLieFurtherApartThanTheWindowStayTwo() {
    world.poll(AGENCY, FIRST);
    world.clock.advance(Duration.ofDays(4));
    world.poll(JOURNAL, COPY.published("2025-11-18T10:00:00Z"));
    assertThat(world.all()).hasSize(2);
  }

  @Test
  void copiesAreFoundByAStoreThatWasOpenedAnew() {
    world.poll(AGENCY, FIRST);
    assertThat(world.openedAnew().poll(JOURNAL, COPY).joined()).isOne();
  }

  @Test
  void aSourceThatIsApartSharesNoEntry() {
    world.poll(MergeScope.OWN_SOURCE, AGENCY, FIRST);
    world.poll(JOURNAL, COPY);
    assertThat(world.all()).hasSize(2);
  }

  @Test
  void theFullTextIsShownWhoeverWroteIt() {
    world.poll(AGENCY, FIRST.content("<p>Le début seulement…</p>"));
    var whole = "<p>" + "Un mot de plus sur la ligne. ".repeat(20) + "</p>";
    world.clock.advance(Duration.ofMinutes(5));
    world.poll(JOURNAL, COPY.content(whole));
    assertThat(only().entry().content()).isEqualTo(whole);
    assertThat(only().updated()).isEqualTo(world.clock.instant());
    assertThat(only().sightings()).extracting(Sighting::shown).containsExactly(false, true);
  }

  @Test
  void anEditOfTheFirstSourceLeavesTheFullTextOfAnotherInPlace() {
    world.poll(AGENCY, FIRST.content("<p>Le début seulement…</p>"));
    var whole = "<p>" + "Un mot de plus sur la ligne. ".repeat(20) + "</p>";
    world.poll(JOURNAL, COPY.content(whole));
    world.poll(AGENCY, Item.of("a-1", "https://agency.example/1", TITLE + " ce matin"));
    assertThat(only().entry().title()).isEqualTo(TITLE + " ce matin");
    assertThat(only().entry().content()).isEqualTo(whole);
  }

  @Test
  void whatIsSplitIsTwoEntriesEachWithItsOwnTextAndTags() {
    pollBoth();
    var ids = split();
    assertThat(ids).hasSize(1);
    assertThat(world.all()).hasSize(2).allMatch(entry -> entry.sightings().size() == 1);
    var own = world.entries.entry(ids.getFirst()).orElseThrow();
    assertThat(own.entry().title()).isEqualTo(TITLE + " - Le Journal");
    assertThat(own.entry().content()).isEqualTo("<p>" + TITLE + " - Le Journal</p>");
    assertThat(own.entry().link()).contains("https://journal.example/9");
    assertThat(names(own)).containsExactly("trains");
    assertThat(world.titles("trains")).containsExactly(TITLE + " - Le Journal");
  }

  @Test
  void whatIsSplitStaysSplitWhenItsSourceBringsItAgainAndTheStoreIsOpenedAnew() {
    pollBoth();
    split();
    world.poll(JOURNAL, COPY.content("<p>Un autre texte</p>"));
    world.openedAnew().poll(JOURNAL, COPY.content("<p>Encore un autre texte</p>"));
    assertThat(world.all()).hasSize(2).allMatch(entry -> entry.sightings().size() == 1);
  }

  @Test
  void theFirstTextComesBackWhenTheSourceOfTheFullOneLeaves() {
    world.poll(AGENCY, FIRST.content("<p>Le début seulement…</p>"));
    world.poll(JOURNAL, COPY.content("<p>" + "Un mot de plus. ".repeat(40) + "</p>"));
    var id = only().id();
    split();
    assertThat(world.entries.entry(id).orElseThrow().entry().content())
        .isEqualTo("<p>Le début seulement…</p>");
  }

  @Test
  void oneOfThreeCopiesLeavesAlone() {
    pollBoth();
    world.poll(OTHER, Item.of("o-1", "https://other.example/1", TITLE));
    world.entries.split(only().id(), Optional.of(JOURNAL.id()));
    assertThat(world.all()).extracting(entry -> entry.sightings().size()).containsOnly(1, 2);
    assertThat(world.titles("autres")).containsExactly(TITLE);
  }

  @Test
  void anEntryThatNothingJoinedIsNotSplit() {
    world.poll(AGENCY, FIRST);
    assertThat(split()).isEmpty();
    assertThat(only().tags()).extracting(EntryTag::label).containsExactly("maroc");
  }
}
