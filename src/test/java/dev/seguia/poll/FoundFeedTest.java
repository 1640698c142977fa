package dev.seguia.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.gather.Documents;
import dev.seguia.gather.FeedCandidate;
import dev.seguia.poll.PollResult.Failed;
import dev.seguia.poll.PollResult.Read;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sources whose URL is that of a page.
final class FoundFeedTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Feed</title><link>https://one.example/</link>
      <item><title>One</title><link>https://one.example/1</link></item></channel></rss>\
      """;
  private static final String JSON =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Feed",
        "items": [{"id": "1", "url": "https://one.example/1", "title": "One"}]}\
      """;

  private final PollWorld world = new PollWorld();

  @BeforeEach
  void answerNothingElse() {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void page(String path, String head, String body) {
    world.server.serve(
        path,
        "text/html; charset=utf-8",
        "<!doctype html><html><head><title>Le Desk</title>%s</head><body>%s</body></html>"
            .formatted(head, body));
  }

  private List<String> asked() {
    return world.server.requests().stream().map(TestServer.Request::path).toList();
  }

  private void assertAdded(PollResult result, int added) {
    assertThat(result)
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(added));
  }

  @Test
  void goesOnWithTheFeedThatThePageAnnounces() throws InterruptedException {
    var source = world.source("/sport");
    page("/sport", "<link rel=alternate type=application/rss+xml href=/sport.rss>", "");
    world.server.serve("/sport.rss", "application/rss+xml", FEED);
    assertAdded(world.poll(source), 1);
    assertThat(world.sources.state(source.id()).movedTo()).contains(world.server.url("/sport.rss"));
    world.poll(source);
    assertThat(asked()).containsExactly("/sport", "/sport.rss", "/sport.rss");
  }

  /// The server leads to its home page in place of saying 404, and that announces the same again.
  @Test
  void goesOneStepFromAPageAndNoFurther() throws InterruptedException {
    var source = world.source("/press");
    var links =
        Stream.of("/old/one", "/old/two", "/press.rss")
            .map("<link rel=alternate type=application/rss+xml href=%s>"::formatted)
            .collect(Collectors.joining());
    page("/home", links, "");
    page("/press", links, "");
    world.server.serve("/press.rss", "application/rss+xml", FEED);
    world.server.on(
        "/old",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/home");
          TestServer.answer(exchange, 302, new byte[0]);
        });
    assertAdded(world.poll(source), 1);
    world.poll(source);
    assertThat(asked())
        .containsExactly(
            "/press", "/old/one", "/home", "/old/two", "/home", "/press.rss", "/press.rss");
    assertThat(discovered("/press")).containsExactly(world.server.url("/press.rss"));
  }

  private List<URI> discovered(String path) throws InterruptedException {
    try (var documents = new Documents(world.fetcher, world.crawler, world.clock)) {
      return documents.discover(world.server.url(path)).leads().stream()
          .filter(lead -> lead.kind() == Source.Kind.FEED)
          .map(FeedCandidate::url)
          .toList();
    }
  }

  @Test
  void findsTheFeedThatAHeaderNames() throws InterruptedException {
    var source = world.source("/sport");
    world.server.on(
        "/sport",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange
              .getResponseHeaders()
              .set("Link", "</json>; rel=\"alternate\"; type=\"application/feed+json\"");
          TestServer.answer(exchange, 200, "<html><title>Sport</title></html>".getBytes(UTF_8));
        });
    world.server.serve("/json", "application/feed+json", JSON);
    assertAdded(world.poll(source), 1);
    assertThat(world.sources.state(source.id()).movedTo()).contains(world.server.url("/json"));
  }

  @Test
  void findsAFeedWhereFeedsUseToLie() throws InterruptedException {
    var source = world.source("/sport");
    page("/sport", "", "");
    world.server.serve("/feed.xml", "application/rss+xml", FEED);
    assertAdded(world.poll(source), 1);
  }

  @Test
  void looksForTheFeedAgainWhereItIsGone() throws InterruptedException {
    var source = world.source("/sport");
    page("/sport", "<link rel=alternate type=application/rss+xml href=/sport.rss>", "");
    world.server.serve("/sport.rss", "application/rss+xml", FEED);
    world.poll(source);
    world.server.on("/sport.rss", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    page("/sport", "<link rel=alternate type=application/rss+xml href=/new.rss>", "");
    world.server.serve("/new.rss", "application/rss+xml", FEED);
    for (var poll = 0; poll < 3; poll++) world.poll(source);
    assertThat(world.sources.state(source.id()).movedTo()).contains(world.server.url("/new.rss"));
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void readsTheListOfThePageWhereThereIsNoFeed() throws InterruptedException {
    var source = world.source("/sport");
    page("/sport", "", articles(8));
    assertAdded(world.poll(source), 8);
    assertThat(world.sources.state(source.id()).known().kind()).contains(Source.Kind.PAGE);
    page("/sport", "", articles(9));
    assertAdded(world.poll(source), 1);
    assertThat(world.poll(source)).isInstanceOf(PollResult.Unchanged.class);
  }

  @Test
  void readsNoListThatRobotsTxtForbids() throws InterruptedException {
    var source = world.source("/sport");
    page("/sport", "", articles(8));
    world.server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /sport\n");
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("robots.txt"));
  }

  @Test
  void readsNoListWhereTheListOfSourcesSaysThatItIsAFeed() throws InterruptedException {
    var source = ListedSource.of(world, "/sport", "seguia:kind='feed'");
    page("/sport", "", articles(8));
    assertThat(world.poll(source)).isInstanceOf(Failed.class);
  }

  @Test
  void readsTheSitemapThatRobotsTxtNamesWhereThePageIsEmpty() throws InterruptedException {
    var source = world.source("/sport");
    page("/sport", "", "<div id=app></div>");
    world.server.serve(
        "/robots.txt", "text/plain", "Sitemap: " + world.server.url("/sitemap.txt") + "\n");
    world.server.serve(
        "/sitemap.txt", "text/plain", "https://desk.example/1\nhttps://desk.example/2\n");
    assertAdded(world.poll(source), 2);
    assertThat(world.sources.state(source.id()).movedTo())
        .contains(world.server.url("/sitemap.txt"));
    world.server.serve(
        "/sitemap.txt",
        "text/plain",
        "https://desk.example/1\nhttps://desk.example/2\nhttps://desk.example/3\n");
    assertAdded(world.poll(source), 1);
  }

  /// Too large to be unpacked whole, as a sitemap need not be.
  @Test
  void takesNoPackedFeedForASitemap() throws Exception {
    var source = world.source("/feed.xml.gz");
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(FEED.replace("</channel>", " ".repeat(11 << 20) + "</channel>").getBytes(UTF_8));
    }
    world.server.serve("/feed.xml.gz", "application/x-gzip", packed.toByteArray());
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("gzip", "the limit is"));
    assertThat(asked()).containsExactly("/feed.xml.gz");
  }

  @Test
  void doesNotTakeAPageUnderRepairForItsSource() throws InterruptedException {
    var source = world.source("/feed");
    world.server.serve("/feed", "application/rss+xml", FEED);
    world.poll(source);
    page("/feed", "<link rel=alternate type=application/rss+xml href=/other.rss>", articles(8));
    world.server.serve("/other.rss", "application/rss+xml", FEED);
    assertThat(world.poll(source)).isInstanceOf(Failed.class);
    assertThat(asked()).doesNotContain("/other.rss");
    world.server.serve("/feed", "application/rss+xml", FEED);
    assertThat(world.poll(source).isSuccess()).isTrue();
    assertThat(world.all()).hasSize(1);
  }

  private static String articles(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            """
            <article><h2><a href="/sport/le-raja-gagne-le-match-numero-%1$d">Le Raja gagne le match numéro %1$d de la saison</a></h2>
            <time datetime="2025-11-%1$02dT10:00:00Z">%1$d novembre 2025</time><p>Un résumé.</p></article>
            """
                ::formatted)
        .collect(Collectors.joining());
  }
}
