package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.source.Source;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which items of a source, from document to document, are one entry.
final class IdentityTest {
  private static final String DATE = "Fri, 14 Nov 2025 10:07:00 GMT";

  private final PollWorld world = new PollWorld();
  private final Source one = world.sourceAt("/one");
  private final Source two = world.sourceAt("/two");

  IdentityTest() {
    world.sources.list(List.of(one, two));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private record Item(String title, String link, String guid, String text, String date) {
    static Item shirt(String name, String text) {
      return new Item("Shirt " + name, "https://shop.example", "", text, DATE);
    }

    static Item article(int number, String host, String text) {
      return new Item(
          "Post %d of the blog".formatted(number),
          "%s/2025/11/post-%d/".formatted(host, number),
          "%s/?p=%d".formatted(host, number),
          text,
          DATE.replace("07:00", "0%d:00".formatted(number)));
    }

    String xml() {
      return "<item><title>%s</title>%s%s<description>%s</description>%s</item>"
          .formatted(
              title,
              element("link", link),
              element("guid isPermaLink='false'", guid),
              text,
              element("pubDate", date));
    }

    private static String element(String name, String value) {
      return value.isEmpty() ? "" : "<%s>%s</%s>".formatted(name, value, name.split(" ", 2)[0]);
    }
  }

  private PollResult.Read poll(Source source, Item... items) throws InterruptedException {
    return poll(source, String.join("", List.of(items).stream().map(Item::xml).toList()));
  }

  private PollResult.Read poll(Source source, String items) throws InterruptedException {
    world.clock.advance(Duration.ofMinutes(10));
    world.server.serve(
        source.url().getPath(),
        "application/rss+xml",
        "<rss version='2.0'><channel><title>News</title><link>https://news.example/</link>"
            + items
            + "</channel></rss>");
    return world.poll(source) instanceof PollResult.Read read
        ? read
        : new PollResult.Read(0, 0, dev.seguia.store.arrival.Poll.Stored.NOTHING, List.of());
  }

  private List<String> titles() {
    return world.all().stream().map(entry -> entry.entry().title()).toList();
  }

  private StoredEntry titled(String title) {
    return world.all().stream()
        .filter(entry -> entry.entry().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyItemThatSharesOneLinkIsAnEntry() throws InterruptedException {
    var read =
        poll(
            one,
            Item.shirt("Dune", "by Ana"),
            Item.shirt("Atlas", "by Bo"),
            Item.shirt("Souk", "by Cy"));
    assertThat(read.added()).isEqualTo(3);
    assertThat(read.warnings()).anyMatch(words -> words.contains("3 entries share"));
    var dune = titled("Shirt Dune");
    read =
        poll(
            one,
            Item.shirt("Ziz", "by Gil"),
            Item.shirt("Dune", "by Anna"),
            Item.shirt("Atlas", "by Bo"));
    assertThat(List.of(read.added(), read.updated(), read.unchanged())).containsExactly(1, 1, 1);
    assertThat(titles()).hasSize(4);
    assertThat(titled("Shirt Dune").id()).isEqualTo(dune.id());
    assertThat(titled("Shirt Dune").published()).isEqualTo(dune.published());
    poll(one, Item.shirt("Atlas", "by Bo"));
    poll(one, Item.shirt("Noun", "by Ira"));
    assertThat(titles())
        .containsExactlyInAnyOrder(
            "Shirt Dune", "Shirt Atlas", "Shirt Souk", "Shirt Ziz", "Shirt Noun");
  }

  @Test
  void everyItemOfOneIdLinkAndTitleIsAnEntryIfItsTextIsAnother() throws InterruptedException {
    var items =
        List.of("January", "February", "March").stream()
            .map(month ->
                new Item(
                    "Bulletin", "https://r.example/b.pdf", "https://r.example/b.pdf", month, ""))
            .toArray(Item[]::new);
    assertThat(poll(one, items).added()).isEqualTo(3);
    assertThat(poll(one, items[2], items[0]).unchanged()).isEqualTo(2);
    assertThat(titles()).hasSize(3);
  }

  @Test
  void whatFollowsUnderOneLinkAndIdsOfTheirOwnIsNew() throws InterruptedException {
    for (var day = 1; day <= 6; day++)
      poll(
          one,
          new Item(
              List.of("Rain", "Sunshine", "Snow", "Hail", "Storm", "Fog").get(day - 1),
              "https://weather.example/today",
              "day-" + day,
              "words of " + day,
              "Fri, 1%d Nov 2025 10:07:00 GMT".formatted(day)));
    assertThat(titles()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theNumbersOfAPollAddUp(int seed) throws InterruptedException {
    var random = new Random(seed);
    for (var round = 0; round < 8; round++) {
      var items =
          IntStream.range(0, 12)
              .mapToObj(at ->
                  new Item(
                      "Title " + random.nextInt(8),
                      "https://news.example/" + random.nextInt(4),
                      random.nextBoolean() ? "" : "id " + random.nextInt(4),
                      "text " + random.nextInt(3),
                      random.nextBoolean() ? "" : DATE))
              .toArray(Item[]::new);
      var read = poll(random.nextBoolean() ? one : two, items);
      assertThat(read.unchanged()).isNotNegative();
      assertThat(read.added() + read.updated() + read.unchanged() + read.joined() + read.leftOut())
          .isEqualTo(read.entries());
    }
  }

  @Test
  void aSourceThatGivesNewIdsAtEveryPollCarriesEachEntryOnce() throws InterruptedException {
    var counts = new ArrayList<Integer>();
    for (var round = 0; round < 12; round++) {
      poll(
          one,
          new Item(
              "The cooperative shows its carpets",
              "https://again.example/s%d/a".formatted(round),
              "session-" + round,
              "<![CDATA[<ol><li>Another story of %s</li></ol>]]>"
                  .formatted("abcdefghijkl".charAt(round)),
              DATE));
      counts.add(world.all().getFirst().sightings().size());
    }
    assertThat(titles()).hasSize(1);
    var entry = world.all().getFirst();
    assertThat(entry.carriers()).hasSize(1);
    assertThat(Collections.max(counts)).isLessThanOrEqualTo(4);
    assertThat(entry.entry().link()).contains("https://again.example/s0/a");
    assertThat(entry.updated()).isEqualTo(entry.published());
  }

  @Test
  void nothingThatIsPublishedChangesWhenIdsDo() throws InterruptedException {
    poll(one, Item.article(1, "http://blog.example", "Short"));
    var before = world.entries.revisionOf(one.id());
    var entry = world.all().getFirst();
    for (var round = 1; round < 9; round++)
      poll(
          one,
          Item.article(1, "https://s%d.blog.example".formatted(round), "Short, seen " + round));
    assertThat(world.entries.revisionOf(one.id())).isEqualTo(before);
    assertThat(world.all().getFirst().changed()).isEqualTo(entry.changed());
  }

  @Test
  void idsThatFlipBetweenHostsAddNothingAndHideNothing() throws InterruptedException {
    var hosts =
        List.of(
            "http://blog.example",
            "https://blog.example",
            "https://www.blog.example",
            "https://mail.blog.example");
    for (var round = 0; round < 10; round++) {
      var host = hosts.get(round % 4);
      var items =
          IntStream.rangeClosed(1, round < 5 ? 6 : 7)
              .mapToObj(number -> Item.article(number, host, "Seen 1%d times".formatted(number)))
              .toArray(Item[]::new);
      poll(one, items);
    }
    assertThat(titles()).hasSize(7);
    // Neither is the link moved to and fro: the first that was https stays.
    assertThat(titled("Post 1 of the blog").entry().link())
        .contains("https://blog.example/2025/11/post-1/");
    assertThat(world.all())
        .allSatisfy(entry -> {
          assertThat(entry.carriers()).hasSize(1);
          assertThat(entry.updated()).isEqualTo(entry.published());
        });
  }

  @Test
  void aCopyOfAnotherSourcesEntryStaysOneUnderNewIds() throws InterruptedException {
    var title = "The line between both towns is closed for three weekends";
    poll(two, new Item(title, "https://pub.example/line", "line", "Works.", DATE));
    for (var round = 0; round < 8; round++)
      poll(
          one,
          new Item(
              title + " - Daily",
              "https://search.example/" + round,
              "CB" + round,
              "Other headlines: " + "abcdefgh".charAt(round),
              "Fri, 14 Nov 2025 10:11:00 GMT"));
    assertThat(titles()).hasSize(1);
    assertThat(world.all().getFirst().carriers())
        .extracting(sighting -> sighting.source().id())
        .containsExactly(two.id(), one.id());
  }

  @Test
  void theSourceThatWasStoredFirstIsCreditedWhoeverWasPolledFirst() throws InterruptedException {
    var late = new Item("An article of both", "https://story.example/a", "b", "Words.", DATE);
    poll(two, late);
    // A poll that began before, and took longer.
    world.clock.set(world.clock.instant().minus(Duration.ofMinutes(30)));
    poll(one, new Item("An article of both", "https://story.example/a", "a", "Words.", DATE));
    var entry = world.all().getFirst();
    assertThat(entry.origin().id()).isEqualTo(two.id());
    assertThat(entry.sightings())
        .extracting(Sighting::joinedBy)
        .containsExactly(Sighting.JoinedBy.FIRST, Sighting.JoinedBy.LINK);
  }

  private static String podcast(String guid, String... files) {
    var enclosures = new StringBuilder();
    for (var file : files)
      enclosures.append("<enclosure url='%s' type='audio/mpeg' length='0'/>".formatted(file));
    return """
    <item><title>Both carry this article of today</title><link>https://story.example/a</link>
    <guid isPermaLink='false'>%s</guid><description>Words.</description>%s</item>\
    """
        .formatted(guid, enclosures);
  }

  private List<String> files() {
    assertThat(titles()).hasSize(1);
    return world.all().getFirst().entry().enclosures().stream().map(Enclosure::url).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFilesOfAllSourcesSurviveInAnyOrder(boolean plainFirst) throws InterruptedException {
    var sources = plainFirst ? List.of(one, two) : List.of(two, one);
    for (var source : sources)
      if (source.equals(one)) poll(one, podcast("a"));
      else poll(two, podcast("b", "https://b.example/one.mp3", "https://b.example/two.mp3"));
    assertThat(files()).containsExactly("https://b.example/one.mp3", "https://b.example/two.mp3");
    poll(one, podcast("a", "https://a.example/own.mp3", "http://b.example/one.mp3?token=7"));
    assertThat(files())
        .containsExactlyInAnyOrder(
            "https://a.example/own.mp3",
            plainFirst ? "http://b.example/one.mp3?token=7" : "https://b.example/one.mp3",
            "https://b.example/two.mp3");
    poll(two, podcast("b", "https://b.example/two.mp3"));
    poll(one, podcast("a"));
    assertThat(files()).containsExactly("https://b.example/two.mp3");
  }

  @Test
  void thePictureOfALaterSourceIsShownWhereTheFirstHasNone() throws InterruptedException {
    poll(one, podcast("a"));
    poll(
        two,
        podcast("b")
            .replace(
                "</item>",
                "<thumbnail xmlns='http://search.yahoo.com/mrss/' url='https://b.example/a.jpg'/></item>"));
    assertThat(world.all().getFirst().entry().image()).contains("https://b.example/a.jpg");
  }

  @Test
  void whatWasPurgedComesBackInNoGuise() throws InterruptedException {
    var title = "An old article that the library still lists";
    var item = new Item(title, "https://library.example/1", "x-1", "Text.", DATE);
    poll(one, item);
    world.clock.advance(Duration.ofDays(40));
    assertThat(world.entries.purge(world.clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);
    var edited = new Item(title + ", revised", item.link, item.guid, "Edited.", DATE);
    assertThat(poll(one, edited).stored().purged()).isEqualTo(1);
    poll(one, new Item(title, item.link, "x-2", "Text.", ""));
    poll(one, new Item(title, "https://library.example/other", "x-3", "Text.", DATE));
    poll(two, new Item(title + " - Library", "https://two.example/1", "y", "Words.", DATE));
    poll(two, new Item("Otherwise", item.link, "z", "Words.", DATE));
    assertThat(titles()).isEmpty();
    poll(
        two, new Item(title, "https://two.example/new", "n", "x", "Wed, 24 Dec 2025 10:07:00 GMT"));
    assertThat(titles()).hasSize(1);
  }

  @Test
  void aPurgeHidesNoLaterItemOfASharedLink() throws InterruptedException {
    poll(one, Item.shirt("Dune", "by Ana"), Item.shirt("Atlas", "by Bo"));
    world.clock.advance(Duration.ofDays(40));
    world.entries.purge(world.clock.instant().minus(Duration.ofDays(30)));
    poll(one, Item.shirt("Dune", "by Ana"), Item.shirt("Ziz", "by Gil"));
    assertThat(titles()).containsExactly("Shirt Ziz");
  }
}
