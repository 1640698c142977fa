package dev.seguia.web;

import static dev.seguia.page.PageWorld.header;
import static dev.seguia.page.PageWorld.q;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Audience.Reach;
import dev.seguia.page.Article;
import dev.seguia.page.PageWorld;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.search.index.SearchRequest;
import dev.seguia.search.index.SearchRequest.Order;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The feeds of searches.
final class SearchFeedTest {
  private static final Source LE_360 = StoreWorld.source("https://le360.example/rss", "Maroc");

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(List.of(LE_360));
    world.poll(
        LE_360,
        article("a", "Les élections au Maroc").published("2025-11-14T08:00:00Z"),
        article("b", "Une élection partielle").published("2025-11-14T09:00:00Z"),
        article("c", "Le Raja gagne la coupe"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Article article(String name, String title) {
    return Article.of("https://le360.example/" + name, title);
  }

  @ParameterizedTest
  @CsvSource({
    "atom, application/atom+xml; charset=utf-8",
    "rss, application/rss+xml; charset=utf-8",
    "json, application/feed+json; charset=utf-8"
  })
  void holdsWhatIsFoundNewestFirst(String format, String type) {
    var feed = world.get("/search." + format + "?" + q("élections"));
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(header(feed, "content-type")).isEqualTo(type);
    assertThat(feed.body())
        .containsSubsequence("Une élection partielle", "Les élections au Maroc")
        .doesNotContain("Raja");
  }

  @Test
  void isWhatTheSearchFinds() {
    var query = ((Parsed) QueryParser.parse("election OR coupe")).query();
    var seqs =
        world
            .index
            .search(query, SearchRequest.first(Order.NEWEST_FIRST, 50, world.store.clock.instant()))
            .seqs();
    var links =
        world.store.entries.entries(seqs).stream().map(entry -> entry.entry().link().orElseThrow());
    assertThat(world.get("/search.json?" + q("election OR coupe")).body())
        .contains(links.map(link -> "\"url\":\"" + link + "\"").toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"maroc  elections", "maroc AND elections", " maroc elections "})
  void oneQueryIsOneDocumentHoweverItIsSpelt(String spelling) {
    var feed = world.get("/search.atom?" + q(spelling));
    assertThat(feed.body())
        .contains("href=\"https://seguia.example/search.atom?q=maroc%20elections\"")
        .contains("<title>maroc elections · Seguia</title>");
    assertThat(feed.body()).isEqualTo(world.get("/search.atom?" + q("maroc elections")).body());
  }

  @Test
  void namesItsOwnAddressWithTheLimitAndThePageForPeople() {
    var feed = world.get("/search.atom?limit=1&" + q("title:\"une élection\" OR raja")).body();
    assertThat(feed)
        .contains(
            "/search.atom?q=title%3A%22une%20%C3%A9lection%22%20OR%20raja&amp;limit=1\"",
            "/search?q=title%3A%22une%20%C3%A9lection%22%20OR%20raja\"");
    assertThat(feed.split("<entry", -1)).hasSize(2);
  }

  @Test
  void mayBeLongerThanAPageOfTheIndex() {
    var many =
        IntStream.range(0, 1005)
            .mapToObj(n -> article("n" + n, "Numéro unique" + n + " du bulletin officiel"));
    world.poll(LE_360, many.toArray(Article[]::new));
    var feed = world.get("/search.json?limit=1000&" + q("bulletin")).body();
    assertThat(feed.split("\"date_published\"", -1)).hasSize(1001);
  }

  @Test
  void isNotModifiedForThoseWhoHaveIt() {
    var path = "/search.atom?" + q("maroc");
    var feed = world.get(path);
    assertThat(header(feed, "cache-control")).isEqualTo("public, max-age=60");
    assertThat(header(feed, "vary")).isEqualTo("Accept-Encoding");
    var etag = header(feed, "etag");
    var date = header(feed, "last-modified");
    assertThat(world.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(world.get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
    world.poll(LE_360, article("d", "Le Maroc et la mer"));
    assertThat(world.get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadAndCompresses() {
    var path = "/search.rss?" + q("maroc");
    var head = world.head(path);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "etag")).isEqualTo(header(world.get(path), "etag"));
    assertThat(header(world.get(path, "Accept-Encoding", "gzip"), "content-encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void isEmptyWhereNothingIsFound() {
    var feed = world.get("/search.atom?" + q("introuvable"));
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.body()).doesNotContain("<entry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?q=", "?q=%20", "?limit=3"})
  void saysThatItNeedsAQuery(String query) {
    var answer = rawly("/search.atom" + query);
    assertThat(answer).contains(" 400 ", "A search needs q", "/search.atom?q=maroc");
  }

  @Test
  void saysWhatIsNotWellEncoded() {
    assertThat(rawly("/search.atom?q=%zz"))
        .contains(
            " 400 ",
            "The value of q is not correctly percent-encoded: every % must be followed by two hexadecimal");
  }

  @Test
  void saysWhatIsWrongWithAQueryAndHowToMendIt() {
    var answer = world.get("/search.atom?" + q("maroc \"coupe"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    assertThat(answer.body())
        .isEqualTo(
            """
            The query cannot be read at character 7: the quotation mark at 7 is never closed: \
            add one at the end of the phrase, or remove it.
            Example: /search.atom?q=maroc%20%22coupe%20du%20monde%22
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "ten", "", "1.5"})
  void refusesALimitThatIsNone(String limit) {
    var answer = world.get("/search.atom?q=maroc&limit=" + limit);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("limit must be a whole number");
  }

  @Test
  void findsMutedEntriesAndNoDroppedOnes() {
    world.poll(
        LE_360,
        article("m", "Une élection en sourdine").reach(Reach.MUTED),
        article("x", "Une élection supprimée").reach(Reach.DROPPED));
    assertThat(world.get("/search.json?" + q("election")).body())
        .contains("en sourdine")
        .doesNotContain("supprimée");
  }

  @Test
  void leavesHostileQueriesWithoutPower() {
    var feed = world.get("/search.atom?" + q("\"<script>alert(1)</script> & \u202e\""));
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.body()).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  @Test
  void isUnavailableWithoutAnIndex() {
    try (var plain = new ServerWorld(ClientLimits.defaults())) {
      for (var path : List.of("/search.atom?q=maroc", "/search?q=maroc", "/search"))
        assertThat(plain.exchange("GET " + path + " HTTP/1.0\r\nHost: x\r\n\r\n"))
            .contains(" 503 ", "Search is unavailable");
      assertThat(plain.exchange("GET / HTTP/1.0\r\nHost: x\r\n\r\n")).doesNotContain("<form");
    }
  }

  @Test
  void isUnavailableWhereTheIndexDoesNotAnswer() {
    var search = new EntrySearch(world.index, world.store.entries);
    var findings = new Findings(Optional.of(search), Optional.empty(), world.store.clock);
    // the folder is in use, which the index cannot bear either
    var answer = findings.searching(_ -> Response.words(200, "" + SearchIndex.open(folder).size()));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "60");
  }

  /// Of a request that no proper client would send.
  private String rawly(String path) {
    try (var socket =
        new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), world.port())) {
      ServerWorld.send(socket, "GET " + path + " HTTP/1.0\r\nHost: x\r\n\r\n");
      return ServerWorld.received(socket);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
