package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.publish.Publisher;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in the store is what clients read.
final class FeedServingTest {
  private static final BaseUrl BASE = BaseUrl.of("https://seguia.example");
  private static final Source LE_360 = StoreWorld.source("https://le360.example/rss", "Maroc");
  private static final Source SPORT =
      StoreWorld.source("https://sport.example/rss", "Sport", "المغرب");
  private static final Source QUIET = StoreWorld.source("https://quiet.example/rss", "Calme");

  private final StoreWorld world = new StoreWorld();
  private final Publisher publisher = new Publisher(world.entries, Config.defaults().feeds(), BASE);
  private final Findings findings = new Findings(Optional.empty(), Optional.empty(), world.clock);
  private final WebServer server =
      new WebServer(TestSettings.http(BASE), publisher, findings, () -> true, List.of());
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    world.sources.list(List.of(LE_360, SPORT, QUIET));
    world.poll(LE_360, item("a", "10:00"), item("b", "11:00"));
    world.poll(SPORT, item("c", "10:30"));
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    world.close();
  }

  private static Item item(String name, String time) {
    var link = "https://le360.example/" + name;
    return Item.of(link, link, "Titre " + name).published("2025-11-14T" + time + ":00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss", "json"})
  void aTagFeedHasItsEntriesNewestFirst(String format) {
    var feed = get("/feeds/maroc." + format).body();
    assertThat(feed).containsSubsequence("Titre b", "Titre a").doesNotContain("Titre c");
  }

  @Test
  void anExpressionTakesTagsTogether() {
    assertThat(get("/feeds/maroc,sport.atom").body()).contains("Titre a", "Titre b", "Titre c");
    assertThat(get("/feeds/all~sport.atom").body()).doesNotContain("Titre c");
    assertThat(get("/feeds/maroc+sport.atom").statusCode()).isEqualTo(200);
  }

  @Test
  void anArabicTagIsServed() {
    var response = get("/feeds/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8.json");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("Titre c", BASE + "/feeds/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8.json");
  }

  @Test
  void aTagWithoutEntriesYetHasAnEmptyFeedAndAnUnknownOneHasNone() {
    var quiet = get("/feeds/calme.atom");
    assertThat(quiet.statusCode()).isEqualTo(200);
    assertThat(quiet.body()).doesNotContain("<entry");
    assertThat(get("/feeds/inconnu.atom").statusCode()).isEqualTo(404);
    assertThat(get("/feeds/inconnu+maroc.atom").statusCode()).isEqualTo(404);
    assertThat(get("/feeds/inconnu,maroc.atom").statusCode()).isEqualTo(200);
  }

  @Test
  void aSourceHasItsOwnFeed() {
    var feed = get("/sources/" + SPORT.id() + ".rss").body();
    assertThat(feed).contains("Titre c", "<title>Title of https://sport.example/rss</title>");
    assertThat(get("/sources/" + QUIET.id() + ".rss").statusCode()).isEqualTo(200);
  }

  @Test
  void theLimitCutsTheFeed() {
    var feed = get("/feeds/all.atom?limit=1").body();
    assertThat(feed.split("<entry", -1)).hasSize(2);
    assertThat(feed).contains("href=\"" + BASE + "/feeds/all.atom?limit=1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/maroc, /tags/maroc",
    "'/feeds/maroc,sport', '/tags/maroc,sport'",
    "/feeds/all, /tags/all",
    "/feeds/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8, /tags/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8"
  })
  void aFeedNamesItsPage(String feed, String page) {
    for (var query : List.of("", "?stories=1")) {
      var home = BASE + page + query;
      assertThat(get(feed + ".atom" + query).body())
          .contains("rel=\"alternate\" type=\"text/html\" href=\"" + home + "\"");
      assertThat(get(feed + ".rss" + query).body()).contains("<link>" + home + "</link>");
      assertThat(get(feed + ".json" + query).body()).contains("\"home_page_url\":\"" + home + "\"");
    }
  }

  @Test
  void storiesAreGatheredForThoseWhoAsk() {
    var feed = get("/feeds/all.atom?stories=1&limit=2");
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.body()).contains("href=\"" + BASE + "/feeds/all.atom?stories=1&amp;limit=2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "true", "", "%C3"})
  void storiesAreGatheredOrNot(String stories) {
    var answer = get("/feeds/all.atom?stories=" + stories);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("stories must be 1, as in ?stories=1");
  }

  @Test
  void theSameContentKeepsItsBytesAndANewEntryChangesThem() {
    var before = get("/feeds/maroc.atom");
    world.clock.advance(Duration.ofHours(1));
    world.poll(LE_360, item("a", "10:00"), item("b", "11:00"));
    world.poll(SPORT, item("d", "11:30"));
    assertThat(etag(get("/feeds/maroc.atom"))).isEqualTo(etag(before));
    world.poll(LE_360, item("e", "11:45"));
    var after = get("/feeds/maroc.atom");
    assertThat(etag(after)).isNotEqualTo(etag(before));
    assertThat(after.body()).contains("Titre e");
    assertThat(after.headers().firstValue("last-modified"))
        .contains("Fri, 14 Nov 2025 13:00:00 GMT");
  }

  @Test
  void anotherPublisherOfTheSameStoreGivesTheSameBytes() {
    var other = new Publisher(world.entries, Config.defaults().feeds(), BASE);
    var today = LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC);
    assertThat(other.feedsOpml(1, today).bytes()).isEqualTo(publisher.feedsOpml(1, today).bytes());
    assertThat(other.sourcesOpml().etag()).isEqualTo(publisher.sourcesOpml().etag());
  }

  @Test
  void sourcesThatChangeTheirTagsChangeTheFeeds() {
    assertThat(get("/feeds/calme.atom").body()).doesNotContain("Titre a");
    world.sources.list(
        List.of(StoreWorld.source("https://le360.example/rss", "Calme"), SPORT, QUIET));
    assertThat(get("/feeds/calme.atom").body()).contains("Titre a");
  }

  @Test
  void theOpmlListsHoldTheFeedsAndTheSources() {
    assertThat(get("/feeds.opml?min=1").body())
        .contains("xmlUrl=\"" + BASE + "/feeds/all.atom\"", BASE + "/feeds/maroc.atom")
        .contains("text=\"Maroc\"", "htmlUrl=\"" + BASE + "/tags/maroc\"")
        .doesNotContain("calme.atom");
    assertThat(get("/sources.opml").body()).contains("xmlUrl=\"https://quiet.example/rss\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/maroc.atom, /tags/maroc#subscribe",
    "/feeds/maroc+sport.atom, /tags/maroc+sport#subscribe",
    "/feeds/all.rss?limit=3, /tags/all?limit=3#subscribe",
    "/feeds/all.json?stories=1, /tags/all?stories=1#subscribe",
    "/feeds/all.json?limit=3&stories=1, /tags/all?stories=1&limit=3#subscribe"
  })
  void leadsAPersonWhoOpensAFeedToItsPage(String path, String page) {
    var browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    var response = get(path, "Accept", browser);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("location")).contains(page);
    assertThat(response.headers().firstValue("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/atom+xml,application/rss+xml;q=0.9,text/html;q=0.5",
        "application/rss+xml, text/html",
        "text/xml"
      })
  void givesAReaderTheFeed(String accept) {
    assertThat(get("/feeds/maroc.atom", "Accept", accept).statusCode()).isEqualTo(200);
  }

  @Test
  void givesAPageThatFetchesAFeedTheFeed() {
    var response = get("/feeds/maroc.atom", "Accept", "text/html", "Sec-Fetch-Dest", "empty");
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void leadsToNoPageWhereThereIsNoFeed() {
    assertThat(get("/feeds/nowhere.atom", "Accept", "text/html").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path, String... headers) {
    try {
      var url = URI.create("http://127.0.0.1:" + server.port() + path);
      var request = HttpRequest.newBuilder(url);
      if (headers.length > 0) request.headers(headers);
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String etag(HttpResponse<?> response) {
    return response.headers().firstValue("etag").orElse("");
  }
}
