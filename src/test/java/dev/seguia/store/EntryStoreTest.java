package dev.seguia.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.tag.StoredTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntryStoreTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "Maroc");
  private static final Source TWO = StoreWorld.source("https://two.example/feed", "Sport");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void listsTheSources() {
    world.sources.list(List.of(ONE, TWO));
  }

  @AfterEach
  void closes() {
    world.close();
  }

  private static Consumer<Poll.Stored> counts(int added, int updated, int joined) {
    return stored ->
        assertThat(List.of(stored.added(), stored.updated(), stored.joined()))
            .containsExactly(added, updated, joined);
  }

  private static Item item(String name) {
    return Item.of("https://one.example/" + name, "https://one.example/" + name, name);
  }

  @Test
  void keepsAnEntryOnceHoweverOftenItIsPolled() {
    world.poll(ONE, item("a"));
    var again = world.poll(ONE, item("a"));
    assertThat(again).satisfies(counts(0, 0, 0));
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void keepsOneEntryForOneLinkAcrossSourcesWithAllItsSightingsAndTags() {
    world.poll(ONE, item("a"));
    var stored = world.poll(TWO, Item.of("two-1", "http://one.example/a", "A retold"));
    assertThat(stored).satisfies(counts(0, 0, 1));
    var entry = world.all().getFirst();
    assertThat(entry.entry().title()).isEqualTo("a");
    assertThat(entry.id()).isEqualTo("https://one.example/a");
    assertThat(entry.sightings()).extracting(Sighting::title).containsExactly("a", "A retold");
    assertThat(entry.sightings())
        .extracting(Sighting::joinedBy)
        .containsExactly(JoinedBy.FIRST, JoinedBy.LINK);
    assertThat(entry.tags()).extracting(tag -> tag.tag().name()).containsExactly("maroc", "sport");
  }

  @Test
  void joinsNoSourcesWhereEachIsToHaveItsOwnEntries() {
    world.poll(MergeScope.OWN_SOURCE, ONE, item("a"));
    var stored = world.poll(MergeScope.OWN_SOURCE, TWO, item("a"));
    assertThat(stored).satisfies(counts(1, 0, 0));
    assertThat(world.all())
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.sightings()).hasSize(1));
    assertThat(world.all()).extracting(StoredEntry::id).doesNotHaveDuplicates();
    assertThat(world.titles("maroc+sport")).isEmpty();
  }

  @Test
  void knowsTheEntriesOfASourceAgainWhereEachIsToHaveItsOwn() {
    world.poll(MergeScope.OWN_SOURCE, TWO, item("a"));
    world.poll(MergeScope.OWN_SOURCE, ONE, item("a"));
    assertThat(world.poll(MergeScope.OWN_SOURCE, ONE, item("a"))).isEqualTo(Poll.Stored.NOTHING);
    var underAnotherId = Item.of("another-id", "https://one.example/a", "a");
    assertThat(world.poll(MergeScope.OWN_SOURCE, ONE, underAnotherId)).satisfies(counts(0, 0, 1));
    assertThat(world.all()).hasSize(2);
  }

  @Test
  void leavesWhatWasJoinedAsItIsWhenSourcesAreNoLongerToBe() {
    world.poll(ONE, item("a"));
    world.poll(TWO, item("a"));
    var edited = item("a").content("<p>More of it</p>");
    world.poll(MergeScope.OWN_SOURCE, TWO, edited);
    assertThat(world.all())
        .singleElement()
        .satisfies(entry -> assertThat(entry.sightings()).hasSize(2));
  }

  @Test
  void doesNotMergeOnTheFrontPage() {
    world.poll(ONE, Item.of("1", "https://one.example/", "First"));
    world.poll(TWO, Item.of("2", "https://one.example/", "Second"));
    assertThat(world.all()).hasSize(2);
  }

  @Test
  void keepsTwoEntriesOfOneDocumentApartThatShareALinkButNoTitle() {
    world.poll(
        ONE,
        Item.of("1", "https://one.example/live", "First goal"),
        Item.of("2", "https://one.example/live", "Second goal"));
    assertThat(world.all()).hasSize(2);
    var again =
        world.poll(
            ONE,
            Item.of("1", "https://one.example/live", "First goal!"),
            Item.of("2", "https://one.example/live", "Second goal!"));
    assertThat(again.added()).isZero();
  }

  @Test
  void takesAnEntryUnderANewIdForTheOneWithItsLink() {
    world.poll(ONE, Item.of("s-1111", "https://one.example/story", "Story"));
    var stored = world.poll(ONE, Item.of("s-2222", "https://one.example/story", "Story"));
    assertThat(stored.added()).isZero();
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void takesAReusedIdForANewEntryAndKeepsTheOldOne() {
    world.poll(ONE, Item.of("today", "https://one.example/1", "Rain in the north"));
    world.clock.advance(Duration.ofDays(2));
    var stored =
        world.poll(
            ONE,
            Item.of("today", "https://one.example/2", "Elections called")
                .published("2025-11-16T08:00:00Z"));
    assertThat(stored.added()).isOne();
    assertThat(world.all())
        .extracting(entry -> entry.entry().title())
        .containsExactly("Elections called", "Rain in the north");
    assertThat(world.all()).extracting(StoredEntry::id).doesNotHaveDuplicates();
  }

  @Test
  void recognisesAnArchiveThatComesAgainUnderNewIdsAndLinks() {
    var old = new ArrayList<Item>();
    var renamed = new ArrayList<Item>();
    for (var n = 0; n < 20; n++) {
      var date = "2025-10-%02dT10:00:00Z".formatted(n + 1);
      old.add(Item.of("old-" + n, "https://one.example/old/" + n, "Entry " + n).published(date));
      renamed.add(
          Item.of("new-" + n, "https://one.example/new/" + n, "Entry " + n).published(date));
    }
    world.poll(ONE, old.toArray(Item[]::new));
    world.clock.advance(Duration.ofDays(1));
    var stored = world.poll(ONE, renamed.toArray(Item[]::new));
    assertThat(stored).satisfies(counts(0, 0, 20));
  }

  @Test
  void movesUpdatedWhenTheTextChangedInSubstance() {
    world.poll(ONE, item("a"));
    world.clock.advance(Duration.ofHours(1));
    var stored = world.poll(ONE, item("a").content("<p>Another text</p>"));
    assertThat(stored.updated()).isOne();
    var entry = world.all().getFirst();
    assertThat(entry.updated()).isEqualTo(world.clock.instant());
    assertThat(entry.published()).isEqualTo(Instant.parse("2025-11-14T10:00:00Z"));
  }

  @Test
  void takesWhiteSpaceMarkupCountersAndDatesForNoise() {
    world.poll(ONE, item("a").content("<p>Read 12 times</p>"));
    world.clock.advance(Duration.ofHours(1));
    var stored =
        world.poll(
            ONE,
            item("a")
                .content("<div>Read  <b>13</b> times</div>")
                .published("2025-11-14T11:00:00Z"));
    assertThat(stored.updated()).isZero();
    var entry = world.all().getFirst();
    assertThat(entry.published()).isEqualTo(Instant.parse("2025-11-14T10:00:00Z"));
    assertThat(entry.updated()).isEqualTo(entry.published());
    assertThat(entry.entry().content()).contains("13");
  }

  @Test
  void leavesAnEntryToItsOriginWhenAnotherSourceEditsItsCopy() {
    world.poll(ONE, item("a"));
    world.poll(TWO, Item.of("x", "https://one.example/a", "Copy"));
    world.poll(TWO, Item.of("x", "https://one.example/a", "Copy, changed"));
    assertThat(world.titles("all")).containsExactly("a");
  }

  @Test
  void givesAnEntryOfItsOwnIdWhereAnotherSourceUsesTheSame() {
    world.poll(ONE, Item.of("tag:example.org,2025:1", "https://one.example/1", "First"));
    world.poll(TWO, Item.of("tag:example.org,2025:1", "https://two.example/1", "Other"));
    assertThat(world.all()).extracting(StoredEntry::id).doesNotHaveDuplicates();
    assertThat(world.all()).extracting(StoredEntry::id).contains("tag:example.org,2025:1");
  }

  @Test
  void mintsAnIdWhereTheSourceGivesNoneOrNoIri() {
    world.poll(ONE, Item.of("12345", "https://one.example/1", "First"));
    assertThat(world.all().getFirst().id()).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5.*");
  }

  @Test
  void datesAnUndatedEntryByWhenItWasFirstSeenAndForEver() {
    var seen = world.clock.instant();
    world.poll(ONE, item("a").undated());
    world.clock.advance(Duration.ofHours(3));
    world.poll(ONE, item("a").undated().content("<p>changed</p>"));
    assertThat(world.all().getFirst().published()).isEqualTo(seen);
  }

  @Test
  void clampsADateToComeToWhenTheEntryWasFirstSeen() {
    world.poll(ONE, item("a").published("2031-01-01T00:00:00Z"));
    assertThat(world.all().getFirst().published()).isEqualTo(world.clock.instant());
  }

  @Test
  void selectsALatecomerThoughItsDateIsOld() {
    world.poll(ONE, item("a"));
    world.clock.advance(Duration.ofDays(3));
    world.poll(ONE, item("b").published("2025-11-17T10:00:00Z"));
    world.poll(ONE, item("late").published("2025-11-01T10:00:00Z"));
    assertThat(world.entries.newest(TagExpression.all(), 1))
        .extracting(entry -> entry.entry().title())
        .containsExactly("late");
  }

  @Test
  void doesNotLetTheBackCatalogueOfANewSourceFloodAFeed() {
    world.poll(ONE, item("a"), item("b"));
    world.clock.advance(Duration.ofMinutes(5));
    var catalogue =
        IntStream.range(0, 50)
            .mapToObj(n -> Item.of("old-" + n, "https://two.example/" + n, "Old " + n))
            .map(item -> item.published("2024-01-01T00:00:00Z"))
            .toArray(Item[]::new);
    world.poll(TWO, catalogue);
    assertThat(world.entries.newest(TagExpression.all(), 2))
        .extracting(entry -> entry.entry().title())
        .containsExactly("a", "b");
  }

  @Test
  void answersTagExpressions() {
    world.poll(ONE, item("a"), item("b"));
    world.poll(TWO, Item.of("x", "https://one.example/a", "a"));
    world.poll(TWO, Item.of("y", "https://two.example/y", "y"));
    assertThat(world.titles("maroc")).containsExactly("a", "b");
    assertThat(world.titles("maroc+sport")).containsExactly("a");
    assertThat(world.titles("maroc,sport")).containsExactlyInAnyOrder("a", "b", "y");
    assertThat(world.titles("sport~maroc")).containsExactly("y");
    assertThat(world.titles("all~sport")).containsExactly("b");
    assertThat(world.titles("nothing")).isEmpty();
  }

  @Test
  void keepsToTheShareOfASource() {
    var capped =
        new Source(
            TWO.url(),
            TWO.title(),
            TWO.htmlUrl(),
            TWO.tags(),
            Source.Settings.defaults().withMaxEntries(2));
    world.sources.list(List.of(ONE, capped));
    world.poll(ONE, item("a"), item("b"), item("c"));
    world.clock.advance(Duration.ofMinutes(1));
    world.poll(
        capped,
        IntStream.range(0, 10)
            .mapToObj(n -> Item.of("y" + n, "https://two.example/" + n, "y" + n))
            .toArray(Item[]::new));
    assertThat(world.entries.newest(TagExpression.all(), 5))
        .extracting(entry -> entry.origin().id())
        .containsExactlyInAnyOrder(ONE.id(), ONE.id(), ONE.id(), TWO.id(), TWO.id());
  }

  @Test
  void movesTheEntriesOfASourceThatMovesToAnotherFolder() {
    world.poll(ONE, item("a"));
    world.sources.list(List.of(StoreWorld.source(ONE.url().toString(), "Afrique"), TWO));
    assertThat(world.titles("maroc")).isEmpty();
    assertThat(world.titles("afrique")).containsExactly("a");
  }

  @Test
  void countsARevisionOnlyWhereAFeedChanged() {
    world.poll(ONE, item("a"));
    var sport = TagExpression.of(Tag.of("sport"));
    var maroc = TagExpression.of(Tag.of("maroc"));
    var sportBefore = world.entries.revision(sport);
    var marocBefore = world.entries.revision(maroc);
    world.poll(ONE, item("a"), item("b"));
    assertThat(world.entries.revision(sport)).isEqualTo(sportBefore);
    assertThat(world.entries.revision(maroc)).isGreaterThan(marocBefore);
    var after = world.entries.revision(TagExpression.all());
    world.poll(ONE, item("a"), item("b"));
    assertThat(world.entries.revision(TagExpression.all())).isEqualTo(after);
  }

  @Test
  void doesNotBringBackWhatWasPurged() {
    world.poll(ONE, item("a"));
    world.clock.advance(Duration.ofDays(30));
    assertThat(world.entries.purge(world.clock.instant().minus(Duration.ofDays(7)))).isOne();
    world.poll(ONE, item("a").content("<p>changed</p>"), item("b"));
    assertThat(world.titles("all")).containsExactly("b");
  }

  @Test
  void showsTheMostFrequentSpellingOfATag() {
    world.sources.list(List.of(ONE, TWO, StoreWorld.source("https://three.example/", "MAROC")));
    var label = world.entries.tags().stream().filter(tag -> tag.tag().equals(Tag.of("maroc")));
    assertThat(label).extracting(StoredTag::label).containsExactly("MAROC");
    world.poll(ONE, item("a"), item("b"));
    var after = world.entries.tags().stream().filter(tag -> tag.tag().equals(Tag.of("maroc")));
    assertThat(after).extracting(StoredTag::label).containsExactly("Maroc");
  }

  @Test
  void numbersEntriesWithoutAGapInTheOrderOfTheirDates() {
    world.poll(
        ONE,
        item("new").published("2025-11-14T11:00:00Z"),
        item("old").published("2025-11-13T11:00:00Z"));
    world.poll(TWO, Item.of("y", "https://two.example/y", "y"));
    assertThat(world.all().stream().sorted(java.util.Comparator.comparingLong(StoredEntry::seq)))
        .extracting(entry -> entry.entry().title())
        .containsExactly("old", "new", "y");
    assertThat(world.all()).extracting(StoredEntry::seq).containsExactlyInAnyOrder(1L, 2L, 3L);
  }
}
