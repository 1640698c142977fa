package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.config.FeedSettings;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Tag;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever asks by dates alone misses no change either (RFC 9110 section 13.1.3): also one that no
/// entry's own date tells of, and also where the server was started anew in between, so that
/// nothing remembers what it gave out before.
final class LastModifiedTest {
  private static final BaseUrl BASE = BaseUrl.of("https://seguia.example");
  private static final String LE_360 = "https://le360.example/rss";
  private static final String SPORT = "https://sport.example/rss";

  private final StoreWorld world = new StoreWorld();
  private final HttpClient client = HttpClient.newHttpClient();
  private BaseUrl baseUrl = BASE;
  private FeedSettings feeds = Config.defaults().feeds();
  private WebServer server = server();

  private WebServer server() {
    var web = TestSettings.http(BASE);
    var publisher = new Publisher(world.entries, feeds, baseUrl);
    var made = new WebServer(web, publisher, Findings.none(), () -> true, List.of());
    made.start();
    return made;
  }

  @BeforeEach
  void fill() {
    list(StoreWorld.source(LE_360, "Maroc"), StoreWorld.source(SPORT, "Sport"));
    world.poll(StoreWorld.source(LE_360, "Maroc"), item("a", "10:00"));
    world.clock.advance(Duration.ofHours(1));
    world.poll(StoreWorld.source(SPORT, "Sport"), item("c", "10:30"));
    world.clock.advance(Duration.ofHours(1));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    world.close();
  }

  private void list(Source... sources) {
    world.sources.list(List.of(sources));
  }

  private static Item item(String name, String time) {
    var link = "https://le360.example/" + name;
    return Item.of(link, link, "Titre " + name).published("2025-11-14T" + time + ":00Z");
  }

  /// What changes documents, though no entry is new or was edited.
  enum Change {
    TAG_GAINED("all maroc culture"),
    TAG_LOST("all maroc"),
    TAG_GAINED_BY_AN_ENTRY("all maroc all~culture"),
    SOURCE_RENAMED("all maroc sport"),
    SHARE_CHANGED("all maroc"),
    RIGHTS_CHANGED("all maroc"),
    BASE_URL_CHANGED("all maroc sport"),
    CREDIT_CHANGED("all maroc sport"),
    TAG_SPELT_OTHERWISE("all maroc"),
    PURGED("all maroc");

    private final String feeds;

    Change(String feeds) {
      this.feeds = feeds;
    }

    List<String> feeds() {
      return List.of(feeds.split(" ", -1));
    }
  }

  private record Seen(String feed, HttpResponse<String> response) {}

  private void make(Change change) {
    switch (change) {
      case TAG_GAINED ->
          list(StoreWorld.source(LE_360, "Maroc", "Culture"), StoreWorld.source(SPORT, "Sport"));
      case TAG_LOST -> list(StoreWorld.source(LE_360), StoreWorld.source(SPORT, "Sport"));
      case TAG_GAINED_BY_AN_ENTRY ->
          world.poll(
              StoreWorld.source(LE_360, "Maroc", "Culture"), item("a", "10:00").content("same"));
      case SOURCE_RENAMED -> list(named("Le 360", LE_360), named("Le Sport", SPORT));
      case SHARE_CHANGED -> list(capped(LE_360), StoreWorld.source(SPORT, "Sport"));
      case RIGHTS_CHANGED -> world.header(StoreWorld.source(LE_360, "Maroc"), "© 2026");
      case BASE_URL_CHANGED -> baseUrl = BaseUrl.of("https://other.example");
      case CREDIT_CHANGED -> feeds = TestSettings.of("feeds.credit=title").feeds();
      case TAG_SPELT_OTHERWISE ->
          list(
              StoreWorld.source(LE_360, "Maroc"),
              StoreWorld.source(SPORT, "Sport"),
              StoreWorld.source("https://one.example/rss", "MAROC"),
              StoreWorld.source("https://two.example/rss", "MAROC"),
              StoreWorld.source("https://three.example/rss", "MAROC"));
      case PURGED -> world.entries.purge(world.clock.instant().minus(Duration.ofMinutes(90)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noChangeIsHeldBackFromWhoAsksByDates(Change change) {
    prepare(change);
    var seen = change.feeds().stream().map(feed -> new Seen(feed, get(feed))).toList();
    world.clock.advance(Duration.ofHours(1));
    make(change);
    startAnew();
    for (var before : seen) assertThatItIsSeen(before.feed(), before.response());
  }

  private void assertThatItIsSeen(String feed, HttpResponse<String> before) {
    var after = get(feed, "If-Modified-Since", date(before));
    assertThat(after.statusCode()).as(feed).isEqualTo(200);
    assertThat(after.body()).as(feed).isNotEqualTo(before.body());
    assertThat(date(after)).as(feed).isNotEqualTo(date(before));
    assertThat(get(feed, "If-None-Match", etag(before)).statusCode()).isEqualTo(200);
    assertThat(get(feed, "If-None-Match", etag(after)).statusCode()).isEqualTo(304);
    assertThat(get(feed, "If-Modified-Since", date(after)).statusCode()).isEqualTo(304);
  }

  /// Some changes need a certain world before them.
  private void prepare(Change change) {
    switch (change) {
      case TAG_GAINED, TAG_GAINED_BY_AN_ENTRY -> {
        var quiet = StoreWorld.source("https://quiet.example/rss", "Culture");
        list(StoreWorld.source(LE_360, "Maroc"), StoreWorld.source(SPORT, "Sport"), quiet);
      }
      case SHARE_CHANGED -> world.poll(StoreWorld.source(LE_360, "Maroc"), item("b", "10:10"));
      case RIGHTS_CHANGED -> world.header(StoreWorld.source(LE_360, "Maroc"), "© 2025");
      default -> {}
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TAG_GAINED", "TAG_LOST"})
  void aFeedThatShowsNothingOfItKeepsItsDate(Change change) {
    prepare(change);
    var before = get("sport");
    world.clock.advance(Duration.ofHours(1));
    make(change);
    startAnew();
    assertThat(get("sport", "If-Modified-Since", date(before)).statusCode()).isEqualTo(304);
    assertThat(date(get("sport"))).isEqualTo(date(before));
    assertThat(get("sport").body()).isEqualTo(before.body());
  }

  @Test
  void aRestartWithoutAnyChangeKeepsTheDates() {
    var before = get("all");
    world.clock.advance(Duration.ofHours(1));
    startAnew();
    assertThat(date(get("all"))).isEqualTo(date(before));
  }

  private void startAnew() {
    server.close();
    server = server();
  }

  private static Source named(String title, String url) {
    var source = StoreWorld.source(url, url.equals(LE_360) ? "Maroc" : "Sport");
    return new Source(source.url(), title, Optional.empty(), source.tags(), source.settings());
  }

  private static Source capped(String url) {
    var tags = List.of(new EntryTag(Tag.of("Maroc"), "Maroc", EntryTag.Provenance.FOLDER));
    var one = Source.Settings.defaults().withMaxEntries(1);
    return new Source(URI.create(url), "Title of " + url, Optional.empty(), tags, one);
  }

  private HttpResponse<String> get(String feed, String... headers) {
    var path = "/feeds/" + feed + "." + FeedFormat.ATOM.extension();
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    try {
      if (headers.length > 0) request.headers(headers);
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String date(HttpResponse<?> response) {
    return response.headers().firstValue("last-modified").orElseThrow();
  }

  private static String etag(HttpResponse<?> response) {
    return response.headers().firstValue("etag").orElseThrow();
  }
}
