package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.fetched;
import static dev.seguia.fetch.Fetching.fetcher;
import static dev.seguia.fetch.Fetching.reason;
import static dev.seguia.testing.TestServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.testing.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class CrawlerTest {
  private static final byte[] NOTHING = {};

  private final TestServer server = new TestServer().serve("/page", "text/html", "<p>");
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final Fetcher fetcher = fetcher();
  private final Robots robots = new Robots(fetcher, nanos::get);
  private final Crawler crawler = new Crawler(fetcher, robots, System::nanoTime);

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  private void robots(String text) {
    server.serve("/robots.txt", "text/plain", text);
  }

  private void robots(int status) {
    server.on("/robots.txt", exchange -> answer(exchange, status, NOTHING));
  }

  private FetchResult crawl(String path) throws InterruptedException {
    return crawler.fetch(server.url(path), Validators.none(), FetchPriority.PROVEN);
  }

  private long asked(String path) {
    return server.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private void redirect(String from, URI to) {
    server.on(
        from,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to.toString());
          answer(exchange, 302, NOTHING);
        });
  }

  @Test
  void fetchesNothingThatRobotsForbid() throws InterruptedException {
    robots("User-agent: *\nDisallow: /page");
    assertThat(reason(crawl("/page?a")))
        .isEqualTo("refused: robots.txt of %s forbids it".formatted(server.url("").getAuthority()));
    assertThat(asked("/page?a")).isZero();
  }

  @Test
  void fetchesWhatRobotsAllow() throws InterruptedException {
    robots("User-agent: *\nDisallow: /\nUser-agent: seguia\nDisallow: /other");
    assertThat(fetched(crawl("/page")).body()).asString(UTF_8).isEqualTo("<p>");
  }

  @Test
  void isNotLedByARedirectToWhatRobotsForbid() throws InterruptedException {
    robots("User-agent: *\nDisallow: /page");
    redirect("/way", server.url("/page"));
    assertThat(reason(crawl("/way"))).startsWith("refused: after a redirect: robots.txt of ");
    assertThat(asked("/page")).isZero();
  }

  @Test
  void asksTheRobotsOfTheServerThatARedirectLeadsTo() throws InterruptedException {
    robots("");
    try (var other = new TestServer().serve("/page", "text/html", "<p>")) {
      other.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /");
      redirect("/way", other.url("/page"));
      assertThat(reason(crawl("/way"))).contains("forbids it");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void isFreeWhereThereAreNoRobots(int status) throws InterruptedException {
    robots(status);
    assertThat(crawl("/page")).isInstanceOf(FetchResult.Fetched.class);
  }

  @ParameterizedTest
  @CsvSource({
    "500, HTTP 500 Internal Server Error",
    "503, HTTP 503 Service Unavailable",
    "304, 'unexpected 304 (no validators were sent)'"
  })
  void doesNotCrawlWhileRobotsCannotBeHad(int status, String words) throws InterruptedException {
    robots(status);
    assertThat(reason(crawl("/page"))).endsWith(" could not be fetched (" + words + ")");
    assertThat(asked("/page")).isZero();
  }

  @Test
  void doesNotCrawlWhereNobodyAnswers() throws InterruptedException {
    var url = server.url("/page");
    server.close();
    assertThat(reason(crawler.fetch(url, Validators.none(), FetchPriority.PROVEN)))
        .contains("could not be fetched (connection refused");
  }

  @Test
  void followsFiveRedirectsToTheRobotsAndTakesASixthForNone() throws InterruptedException {
    server.serve("/0", "text/plain", "User-agent: *\nDisallow: /page");
    for (int i = 1; i <= 5; i++) redirect("/" + i, server.url("/" + (i - 1)));
    redirect("/robots.txt", server.url("/4"));
    assertThat(robots.ask(server.url("/page"))).isInstanceOf(RobotsResponse.Forbidden.class);
    redirect("/robots.txt", server.url("/5"));
    assertThat(new Robots(fetcher, nanos::get).ask(server.url("/page")))
        .isInstanceOf(RobotsResponse.Allowed.class);
  }

  @Test
  void asksForTheRobotsOnceADay() throws InterruptedException {
    robots("");
    crawl("/page");
    nanos.addAndGet(Duration.ofHours(23).toNanos());
    crawl("/page");
    assertThat(asked("/robots.txt")).isEqualTo(1);
    nanos.addAndGet(Duration.ofHours(2).toNanos());
    robots("User-agent: *\nDisallow: /");
    assertThat(reason(crawl("/page"))).contains("forbids it");
  }

  @Test
  void triesAgainSoonWhereTheRobotsCouldNotBeHad() throws InterruptedException {
    robots(500);
    crawl("/page");
    robots("");
    crawl("/page");
    assertThat(asked("/page")).isZero();
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());
    assertThat(crawl("/page")).isInstanceOf(FetchResult.Fetched.class);
  }

  @Test
  void letsManyWhoAskAtOnceAskOnce() throws Exception {
    robots("User-agent: *\nDisallow: /page");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 20)
              .<Callable<RobotsResponse>>mapToObj(i -> () -> robots.ask(server.url("/page" + i)))
              .toList();
      for (var answer : threads.invokeAll(tasks))
        assertThat(answer.resultNow()).isInstanceOf(RobotsResponse.Forbidden.class);
    }
    assertThat(asked("/robots.txt")).isEqualTo(1);
  }

  @Test
  void pausesBetweenPagesAsLongAsTheRobotsSay() throws InterruptedException {
    robots("User-agent: *\nCrawl-delay: 0.3");
    var start = System.nanoTime();
    for (int i = 0; i < 3; i++) Fetching.held(crawl("/page")).close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void keepsNoFeedWaitingForThePauseOfPages() throws Exception {
    robots("User-agent: *\nCrawl-delay: 60");
    Fetching.held(crawl("/page")).close();
    var waits = Thread.ofVirtual().start(this::crawlUntilInterrupted);
    await().until(() -> waits.getState() == Thread.State.TIMED_WAITING);
    assertThat(fetcher.fetch(server.url("/page"), Validators.none()))
        .isInstanceOf(FetchResult.Fetched.class);
    waits.interrupt();
    waits.join();
    assertThat(asked("/page")).isEqualTo(2);
  }

  private void crawlUntilInterrupted() {
    try {
      crawl("/page");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void namesTheSitemapsOfASite() throws InterruptedException {
    robots("Sitemap: " + server.url("/news.xml"));
    assertThat(robots.sitemaps(server.url("/page"))).containsExactly(server.url("/news.xml"));
    assertThat(robots.sitemaps(URI.create("ftp://h.example/"))).isEmpty();
  }

  @Test
  void forgetsTheServersThatWereNotAskedForTheLongestTimeWhereTheirRulesAreLarge()
      throws InterruptedException {
    var rules = "User-agent: *\nDisallow: /page" + "\n#".repeat(240_000);
    for (int i = 0; i < 10; i++)
      try (var other = new TestServer().serve("/robots.txt", "text/plain", rules)) {
        assertThat(robots.ask(other.url("/page"))).isInstanceOf(RobotsResponse.Forbidden.class);
      }
    assertThat(robots.size()).isEqualTo(8);
  }
}
