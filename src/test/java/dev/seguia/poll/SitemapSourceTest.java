package dev.seguia.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.poll.PollResult.Failed;
import dev.seguia.poll.PollResult.Read;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sitemaps that are polled as feeds are.
final class SitemapSourceTest {
  private final PollWorld world = new PollWorld();

  @BeforeEach
  void answerNothingElse() {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Source listed(String path) {
    return ListedSource.of(world, path, "seguia:kind='sitemap'");
  }

  private static String page(int number, String lastModified) {
    return """
    <url><loc>https://desk.example/article-%d</loc><lastmod>%s</lastmod>
    <news:news><news:publication><news:name>Le Desk</news:name><news:language>fr</news:language>
    </news:publication><news:title>Le titre %d</news:title></news:news></url>
    """
        .formatted(number, lastModified, number);
  }

  private static String sitemap(String... pages) {
    return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
        + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
        + String.join("", pages)
        + "</urlset>";
  }

  private String child(String path, String lastModified) {
    return "<sitemap><loc>%s</loc><lastmod>%s</lastmod></sitemap>"
        .formatted(world.server.url(path), lastModified);
  }

  private void serve(String path, String xml) {
    world.server.serve(path, "application/xml", xml);
  }

  /// Serves a sitemap that is known by its tag.
  private void tagged(String path, String xml) {
    world.server.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"one\"");
          var isKnown = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          TestServer.answer(exchange, isKnown ? 304 : 200, (isKnown ? "" : xml).getBytes(UTF_8));
        });
  }

  private String index(String... children) {
    return "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        + String.join("", children)
        + "</sitemapindex>";
  }

  private String daysAgo(int days) {
    return world.clock.instant().minus(Duration.ofDays(days)).toString();
  }

  private List<String> asked() {
    return world.server.requests().stream()
        .map(TestServer.Request::path)
        .filter(path -> !path.equals("/robots.txt"))
        .toList();
  }

  private void assertAdded(PollResult result, int added) {
    assertThat(result)
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(added));
  }

  @Test
  void givesTheArticlesOfANewsSitemap() throws InterruptedException {
    var source = listed("/news.xml");
    serve("/news.xml", sitemap(page(1, daysAgo(1)), page(2, daysAgo(0))));
    assertAdded(world.poll(source), 2);
    assertThat(world.all())
        .extracting(entry -> entry.entry().title())
        .containsExactlyInAnyOrder("Le titre 1", "Le titre 2");
    assertThat(world.poll(source)).isInstanceOf(PollResult.Unchanged.class);
  }

  @Test
  void readsOfAnIndexWhatHasChangedSinceItWasLastRead() throws InterruptedException {
    var source = listed("/index.xml");
    serve("/index.xml", index(child("/old.xml", daysAgo(40)), child("/new.xml", daysAgo(0))));
    serve("/old.xml", sitemap(page(1, daysAgo(40))));
    serve("/new.xml", sitemap(page(2, daysAgo(0))));
    assertAdded(world.poll(source), 2);
    world.clock.advance(Duration.ofDays(3));
    serve("/index.xml", index(child("/old.xml", daysAgo(43)), child("/new.xml", daysAgo(0))));
    serve("/new.xml", sitemap(page(2, daysAgo(3)), page(3, daysAgo(0))));
    assertAdded(world.poll(source), 1);
    assertThat(asked())
        .containsExactly("/index.xml", "/new.xml", "/old.xml", "/index.xml", "/new.xml");
  }

  @Test
  void asksForASitemapOfAnIndexOnlyIfItHasChanged() throws InterruptedException {
    var source = listed("/index.xml");
    serve("/index.xml", index(child("/new.xml", daysAgo(0))));
    tagged("/new.xml", sitemap(page(2, daysAgo(0))));
    assertAdded(world.poll(source), 1);
    assertThat(world.poll(source)).isInstanceOf(PollResult.Unchanged.class);
  }

  @Test
  void goesOnWithoutASitemapThatFails() throws InterruptedException {
    var source = listed("/index.xml");
    serve("/index.xml", index(child("/broken.xml", daysAgo(0)), child("/new.xml", daysAgo(0))));
    serve("/new.xml", sitemap(page(2, daysAgo(0))));
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Read.class,
            read -> {
              assertThat(read.added()).isEqualTo(1);
              assertThat(read.warnings())
                  .singleElement()
                  .asString()
                  .contains("HTTP 404", "/broken.xml");
            });
    serve("/broken.xml", sitemap(page(1, daysAgo(0))));
    assertAdded(world.poll(source), 1);
  }

  @Test
  void failsWhereOneCannotBeHadForNowAndTheOthersAreAsTheyWere() throws InterruptedException {
    var source = listed("/index.xml");
    serve("/index.xml", index(child("/busy.xml", daysAgo(0)), child("/new.xml", daysAgo(0))));
    world.server.on("/busy.xml", exchange -> TestServer.answer(exchange, 500, new byte[0]));
    tagged("/new.xml", sitemap(page(2, daysAgo(0))));
    assertAdded(world.poll(source), 1);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("HTTP 500", "/busy.xml"));
    serve("/busy.xml", sitemap(page(1, daysAgo(0))));
    assertAdded(world.poll(source), 1);
  }

  @Test
  void failsWhereNoneOfItsSitemapsCanBeHad() throws InterruptedException {
    var source = listed("/index.xml");
    serve("/index.xml", index(child("/broken.xml", daysAgo(0))));
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("HTTP 404"));
  }

  @Test
  void takesTheNewestOfASitesHistory() throws InterruptedException {
    var source = listed("/all.xml");
    var pages = IntStream.range(0, 1_000).mapToObj(i -> page(i, daysAgo(i))).toArray(String[]::new);
    serve("/all.xml", sitemap(pages));
    assertAdded(world.poll(source), 300);
    assertThat(world.all()).extracting(entry -> entry.entry().title()).contains("Le titre 299");
  }

  @Test
  void isFoundOutWhereTheListDoesNotSayWhatItIs() throws InterruptedException {
    var source = world.source("/news.xml");
    serve("/news.xml", sitemap(page(1, daysAgo(1))));
    assertAdded(world.poll(source), 1);
    assertThat(world.sources.state(source.id()).known().kind()).contains(Source.Kind.SITEMAP);
    serve("/news.xml", sitemap(page(1, daysAgo(1)), page(2, daysAgo(0))));
    assertAdded(world.poll(source), 1);
  }

  @Test
  void asksOnceForASitemapThatIsNamedTwice() throws InterruptedException {
    serve("/news.xml", sitemap(page(1, daysAgo(1))));
    serve("/index.xml", index(child("/news.xml", daysAgo(2)), child("/news.xml", daysAgo(1))));

    world.poll(listed("/index.xml"));

    assertThat(world.server.requests())
        .filteredOn(request -> request.path().equals("/news.xml"))
        .hasSize(1);
  }
}
