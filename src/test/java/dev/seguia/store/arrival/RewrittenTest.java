package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/// What becomes of an entry when something that joined it is rewritten.
final class RewrittenTest {
  private static final String TITLE = "Une tornade fait un mort dans le sud";
  private static final String LATER = "Quatre victimes après les orages de mercredi";
  private static final Source AGENCY = StoreWorld.source("https://agency.example/feed", "maroc");
  private static final Source JOURNAL = StoreWorld.source("https://journal.example/rss", "orages");

  private static final Item FIRST = Item.of("a-1", "https://agency.example/1", TITLE);
  private static final Item COPY = Item.of("j-1", "https://journal.example/9", TITLE);
  private static final Item REWRITTEN = Item.of("j-1", "https://journal.example/9", LATER);
  private static final Item AGAIN = Item.of("a-2", "https://agency.example/2", TITLE);

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void list() {
    world.sources.list(List.of(AGENCY, JOURNAL));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void poll(Source source, Item... items) {
    world.poll(source, items);
    world.clock.advance(Duration.ofMinutes(10));
  }

  private StoredEntry only() {
    assertThat(world.all()).hasSize(1);
    return world.all().getFirst();
  }

  private StoredEntry titled(String title) {
    return world.all().stream()
        .filter(entry -> entry.entry().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCopyThatBecomesAnotherArticleLeaves() {
    poll(AGENCY, FIRST);
    poll(JOURNAL, COPY);
    poll(JOURNAL, REWRITTEN);
    assertThat(world.all()).hasSize(2).allMatch(entry -> entry.sightings().size() == 1);
    assertThat(titled(LATER).sightings().getFirst().source().id()).isEqualTo(JOURNAL.id());
    assertThat(titled(TITLE).tags()).extracting(EntryTag::label).containsExactly("maroc");
    assertThat(world.titles("orages")).containsExactly(LATER);
  }

  @Test
  void whatHasLeftIsItsSourcesOwn() {
    poll(AGENCY, FIRST);
    poll(JOURNAL, COPY);
    poll(JOURNAL, REWRITTEN);
    var id = titled(LATER).id();
    poll(JOURNAL, REWRITTEN.content("<p>Un autre texte</p>"));
    assertThat(world.all()).hasSize(2);
    assertThat(titled(LATER).id()).isEqualTo(id);
    assertThat(titled(LATER).entry().content()).isEqualTo("<p>Un autre texte</p>");
  }

  @Test
  void theFirstTextComesBackWhenTheFullOneBecomesAnotherArticles() {
    var cut = "<p>Le début seulement…</p>";
    poll(AGENCY, FIRST.content(cut));
    poll(JOURNAL, COPY.content("<p>" + "Un mot de plus. ".repeat(40) + "</p>"));
    poll(JOURNAL, REWRITTEN.content("<p>" + "Tout autre chose. ".repeat(40) + "</p>"));
    assertThat(titled(TITLE).entry().content()).isEqualTo(cut);
  }

  @Test
  void aThirdSourceDoesNotJoinWhatHasLeftForWhatItSaidBefore() {
    var other = StoreWorld.source("https://other.example/rss", "autres");
    world.sources.list(List.of(AGENCY, JOURNAL, other));
    poll(AGENCY, FIRST);
    poll(JOURNAL, COPY);
    poll(JOURNAL, REWRITTEN);
    poll(other, Item.of("o-1", "https://other.example/1", TITLE));
    assertThat(titled(TITLE).sightings()).hasSize(2);
    assertThat(titled(LATER).sightings()).hasSize(1);
  }

  @Test
  void aCopyThatIsOnlyCorrectedStays() {
    poll(AGENCY, FIRST);
    poll(JOURNAL, COPY);
    poll(JOURNAL, Item.of("j-1", "https://journal.example/9", "Une tornade fait deux morts"));
    assertThat(only().entry().title()).isEqualTo(TITLE);
    assertThat(only().sightings()).hasSize(2);
  }

  @Test
  void whatItsSourceGoesOnWithUnderAnotherIdIsRewrittenByIt() {
    poll(AGENCY, FIRST);
    poll(AGENCY, AGAIN);
    var id = only().id();
    poll(AGENCY, Item.of("a-2", "https://agency.example/2", LATER));
    assertThat(only().id()).isEqualTo(id);
    assertThat(only().entry().title()).isEqualTo(LATER);
    assertThat(only().entry().link()).contains("https://agency.example/2");
    assertThat(only().sightings())
        .extracting(Sighting::title, Sighting::joinedBy)
        .containsExactlyInAnyOrder(tuple(LATER, JoinedBy.FIRST), tuple(TITLE, JoinedBy.CONTENT));
  }

  @Test
  void whatMovedShowsTheTextThatItsSourceWritesNow() {
    poll(AGENCY, FIRST);
    poll(AGENCY, AGAIN);
    poll(AGENCY, Item.of("a-2", "https://agency.example/2", LATER).content("<p>La suite</p>"));
    poll(AGENCY, Item.of("a-2", "https://agency.example/2", LATER).content("<p>La fin</p>"));
    assertThat(only().entry().content()).isEqualTo("<p>La fin</p>");
    assertThat(only().sightings())
        .extracting(Sighting::title, Sighting::shown)
        .containsExactlyInAnyOrder(tuple(LATER, true), tuple(TITLE, false));
  }

  @Test
  void whatMovedLeavesTheFullTextOfAnotherSourceInPlace() {
    var whole = "<p>" + "Un mot de plus. ".repeat(40) + "</p>";
    poll(AGENCY, FIRST.content("<p>Le début seulement…</p>"));
    poll(JOURNAL, COPY.content(whole));
    poll(AGENCY, AGAIN.content("<p>Le début seulement…</p>"));
    poll(AGENCY, Item.of("a-2", "https://agency.example/2", LATER).content("<p>La suite…</p>"));
    assertThat(only().entry().content()).isEqualTo(whole);
  }

  @Test
  void whatMovedCanBeTakenApart() {
    poll(AGENCY, FIRST);
    poll(AGENCY, AGAIN);
    poll(AGENCY, Item.of("a-2", "https://agency.example/2", LATER));
    world.entries.split(only().id(), Optional.empty());
    assertThat(titled(LATER).entry().link()).contains("https://agency.example/2");
    assertThat(titled(TITLE).entry().link()).contains("https://agency.example/1");
  }

  @Test
  void aSourceThatGoesOnUnderANewIdAndTheOldLinkRewritesTheEntry() {
    poll(AGENCY, FIRST);
    poll(AGENCY, Item.of("urn:1", "https://agency.example/1", TITLE));
    poll(AGENCY, Item.of("urn:1", "https://agency.example/1", LATER));
    assertThat(only().entry().title()).isEqualTo(LATER);
  }

  @Test
  void whatStandsTwiceInADocumentIsRewrittenByTheFirstOnly() {
    poll(AGENCY, FIRST);
    poll(AGENCY, AGAIN);
    poll(AGENCY, FIRST, Item.of("a-2", "https://agency.example/2", TITLE + " et l'est"));
    assertThat(only().entry().title()).isEqualTo(TITLE);
  }
}
