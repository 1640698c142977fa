package dev.seguia.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Entry;
import dev.seguia.feed.Picture;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.arrival.ArticlePart;
import dev.seguia.store.entry.StoredEntry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of an entry when the page of its article was read.
final class ArticlePagesTest {
  private static final Source PLAIN = StoreWorld.source("https://le360.example/rss");
  private static final Source WHOLE =
      new Source(
          PLAIN.url(),
          "le360",
          PLAIN.htmlUrl(),
          List.of(),
          Source.Settings.defaults().withFullText());
  private static final Item SHORT =
      Item.of("1", "https://le360.example/1", "Titre").content("Court");
  private static final String TEXT = "<p>Le texte entier de l’article.</p><p>Et sa fin.</p>";

  private final StoreWorld world = new StoreWorld();
  private final ArticlePages pages = new ArticlePages(world.database, world.session);

  @BeforeEach
  void list() {
    world.sources.list(List.of(WHOLE));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Entry page(String title, String content) {
    return new Entry(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        title,
        "Le début.",
        content,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of("Économie"),
        List.of(),
        Optional.of(Picture.valueOf("https://le360.example/1.jpg")),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private static final ArticlePages.Trace TRACE =
      new ArticlePages.Trace(
          "le360.example", Optional.of(new byte[] {1, 2, 3, 4}), Optional.empty());

  private List<ArticlePages.Due> due() {
    return pages.due(world.clock.instant(), 5, 10);
  }

  private StoredEntry only() {
    return world.all().getFirst();
  }

  private boolean read(ArticlePart part, Entry page) {
    return pages.keep(due().getFirst().entry(), page, part, TRACE);
  }

  @Test
  void waitsForThePagesOfNewEntriesWhereThatIsWished() {
    world.poll(WHOLE, SHORT);
    assertThat(due()).extracting(one -> one.entry().entry().title()).containsExactly("Titre");
    var other = StoreWorld.source("https://other.example/rss");
    world.sources.list(List.of(WHOLE, other));
    world.poll(other, Item.of("2", "https://other.example/2", "Autre"));
    assertThat(due()).hasSize(1);
  }

  @Test
  void takesTheTextAndWhatIsLackingAndLeavesTheRest() {
    world.poll(WHOLE, SHORT);
    var before = only();
    var revision = world.entries.revision(TagExpression.all());
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(read(ArticlePart.TEXT, page("Un autre titre", TEXT))).isTrue();
    var after = only();
    assertThat(after.entry().content()).isEqualTo(TEXT);
    assertThat(after.entry().title()).isEqualTo("Titre");
    assertThat(after.entry().image()).contains("https://le360.example/1.jpg");
    assertThat(after.entry().categories()).containsExactly("Économie");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.updated()).isEqualTo(before.updated());
    assertThat(after.changed()).isAfter(before.changed());
    assertThat(world.entries.revision(TagExpression.all())).isGreaterThan(revision);
    assertThat(due()).isEmpty();
  }

  @Test
  void changesTheFeedsOfThoseWhoJoinedMeanwhile() {
    world.poll(WHOLE, SHORT);
    var fetched = due().getFirst().entry();
    var other = StoreWorld.source("https://other.example/rss", "Sport");
    world.sources.list(List.of(WHOLE, other));
    world.poll(other, Item.of("2", "https://le360.example/1", "Titre").content("Court"));
    var sport = TagExpression.of(Tag.of("Sport"));
    assertThat(world.titles("sport")).containsExactly("Titre");
    var revision = world.entries.revision(sport);
    pages.keep(fetched, page("Titre", TEXT), ArticlePart.TEXT, TRACE);
    assertThat(world.entries.revision(sport)).isGreaterThan(revision);
  }

  @Test
  void leavesTheFeedsTextWhereThePageHasLess() {
    world.poll(WHOLE, SHORT.content("<p>Le texte entier, que le flux a déjà et plus encore.</p>"));
    read(ArticlePart.TEXT, page("Titre", "<p>Abonnez-vous.</p>"));
    assertThat(only().entry().content()).startsWith("<p>Le texte entier, que le flux");
    assertThat(due()).isEmpty();
  }

  @Test
  void takesNoTextWhereOnlyTheBeginningIsWanted() {
    world.poll(WHOLE, new Item(SHORT.id(), SHORT.link(), "", "", SHORT.published()));
    read(ArticlePart.SUMMARY, page("Le titre de la page", TEXT));
    assertThat(only().entry().title()).isEqualTo("Le titre de la page");
    assertThat(only().entry().summary()).isEqualTo("Le début.");
    assertThat(only().entry().content()).isEmpty();
  }

  @Test
  void noFeedTakesTheTextAwayAndANewEditIsReadAgain() {
    world.poll(WHOLE, SHORT);
    read(ArticlePart.TEXT, page("Titre", TEXT));
    world.clock.advance(Duration.ofMinutes(5));
    world.poll(WHOLE, SHORT.content("Court, mais récrit de fond en comble"));
    assertThat(only().entry().content()).isEqualTo(TEXT);
    assertThat(due()).hasSize(1);
    read(ArticlePart.TEXT, page("Titre", "<p>Corrigé.</p>"));
    assertThat(only().entry().content()).isEqualTo("<p>Corrigé.</p>");
  }

  @Test
  void keepsATitleThatTheSourceNeverHad() {
    var untitled = new Item(SHORT.id(), SHORT.link(), "", "a", SHORT.published());
    world.poll(WHOLE, untitled);
    read(ArticlePart.SUMMARY, page("Le titre", TEXT));
    world.poll(WHOLE, untitled.content("Tout autre chose est écrit ici"));
    assertThat(only().entry().title()).isEqualTo("Le titre");
  }

  @Test
  void aSourceThatBringsManyKeepsNoOtherWaiting() {
    var other =
        new Source(
            URI.create("https://other.example/rss"),
            "",
            Optional.empty(),
            List.of(),
            WHOLE.settings());
    world.sources.list(List.of(WHOLE, other));
    world.poll(
        WHOLE,
        IntStream.range(0, 30)
            .mapToObj(at -> Item.of("i" + at, "https://le360.example/i" + at, "Titre numéro " + at))
            .toArray(Item[]::new));
    world.clock.advance(Duration.ofMinutes(1));
    world.poll(other, Item.of("1", "https://other.example/1", "Autre"));
    assertThat(due())
        .hasSize(6)
        .last()
        .satisfies(one -> assertThat(one.entry().entry().title()).isEqualTo("Autre"));
  }

  @Test
  void triesAgainLaterOrNeverMore() {
    world.poll(WHOLE, SHORT);
    var entry = due().getFirst().entry();
    pages.putOff(entry, "no answer", Optional.of(world.clock.instant().plusSeconds(60)));
    assertThat(due()).isEmpty();
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(due()).extracting(ArticlePages.Due::tries).containsExactly(1);
    pages.putOff(entry, "no answer", Optional.<Instant>empty());
    world.clock.advance(Duration.ofDays(9));
    assertThat(due()).isEmpty();
    assertThat(only().entry().content()).isEqualTo("Court");
  }

  @Test
  void anEntryThatHasGoneStaysGone() {
    world.poll(WHOLE, SHORT);
    var entry = due().getFirst().entry();
    world.clock.advance(Duration.ofDays(2));
    world.poll(WHOLE, Item.of("2", "https://le360.example/2", "Autre"));
    world.entries.purge(world.clock.instant().minus(Duration.ofDays(1)));
    assertThat(pages.keep(entry, page("Titre", TEXT), ArticlePart.TEXT, TRACE)).isFalse();
    assertThat(world.titles("all")).containsExactly("Autre");
  }

  @Test
  void givesBackWhatTheFeedWroteWhereTheTextOfThePageIsRefused() {
    world.poll(WHOLE, SHORT);
    var before = only();
    read(ArticlePart.TEXT, page("Titre", TEXT));
    var revision = world.entries.revision(TagExpression.all());
    pages.refuse(before.seq(), TRACE, "the same for 2 articles", Optional.empty());
    assertThat(only().entry()).isEqualTo(before.entry());
    assertThat(world.entries.pageTrouble(only())).contains("the same for 2 articles");
    assertThat(world.entries.revision(TagExpression.all())).isGreaterThan(revision);
    assertThat(world.sources.statuses())
        .singleElement()
        .satisfies(status -> assertThat(status.refusedPages()).isPresent());
  }

  @Test
  void givesBackWhatTheFeedWroteLast() {
    world.poll(WHOLE, SHORT);
    read(ArticlePart.TEXT, page("Titre", TEXT));
    world.clock.advance(Duration.ofHours(1));
    world.poll(
        WHOLE, Item.of("1", "https://le360.example/1", "Titre").content("Plus court encore"));
    pages.refuse(only().seq(), TRACE, "the same for 2 articles", Optional.empty());
    assertThat(only().entry().content()).isEqualTo("Plus court encore");
  }

  @Test
  void remembersTheTextsOfASite() {
    world.poll(WHOLE, SHORT);
    read(ArticlePart.TEXT, page("Titre", TEXT));
    assertThat(pages.earlier("le360.example", 5))
        .singleElement()
        .satisfies(text -> {
          assertThat(text.title()).isEqualTo("Titre");
          assertThat(text.sketch()).containsExactly(1, 2, 3, 4);
          assertThat(text.refused()).isFalse();
        });
    assertThat(pages.earlier("other.example", 5)).isEmpty();
  }
}
