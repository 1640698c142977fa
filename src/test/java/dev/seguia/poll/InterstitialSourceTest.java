package dev.seguia.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.poll.PollResult.Failed;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources in whose place a page comes that is not theirs.
final class InterstitialSourceTest {
  private final PollWorld world = new PollWorld();

  @BeforeEach
  void answerNothingElse() {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static String feed(String where, int... items) {
    return IntStream.of(items)
        .mapToObj(item ->
            "<item><title>%1$s %2$d</title><link>https://%1$s.example/%2$d</link></item>"
                .formatted(where, item))
        .collect(
            Collectors.joining(
                "",
                "<rss version='2.0'><channel><title>%s</title>".formatted(where),
                "</channel></rss>"));
  }

  private void page(String path, String head, String body) {
    world.server.serve(
        path,
        "text/html; charset=utf-8",
        "<!doctype html><html><head>%s</head><body>%s</body></html>".formatted(head, body));
  }

  private List<String> asked() {
    return world.server.requests().stream().map(TestServer.Request::path).distinct().toList();
  }

  private String failure(Source source) throws InterruptedException {
    assertThat(world.poll(source)).isInstanceOf(Failed.class);
    return world.sources.state(source.id()).lastError().orElseThrow();
  }

  /// Whatever the page is: the feed comes back, and nothing else was read in the meantime.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<title>Site suspendu</title> | <a href='/hoster.rss'>nouvelles de l'hébergeur</a>",
        "<title>Site suspendu</title><link rel=alternate type=application/rss+xml href=/hoster.rss> | ``",
        "<title>Nouveau site</title><link rel=alternate type=application/rss+xml href=/hoster.rss> | Bienvenue",
        "<title>Welcome</title> | <a href='/hoster.rss' type='application/rss+xml'>RSS feed</a>",
        "<title>Just a moment...</title> | <a href='/hoster.rss'>feed</a>",
        "`` | ``"
      })
  void isNotMovedByAPageOnceItDeliveredAFeed(String head, String body) throws InterruptedException {
    var source = world.source("/feed");
    world.server.serve("/feed", "application/rss+xml", feed("paper", 1));
    world.server.serve("/hoster.rss", "application/rss+xml", feed("hoster", 1, 2));
    world.poll(source);
    page("/feed", head, body);
    for (var poll = 0; poll < 8; poll++) assertThat(failure(source)).isNotEmpty();
    assertThat(world.sources.state(source.id()).movedTo()).isEmpty();
    world.server.serve("/feed", "application/rss+xml", feed("paper", 1, 2));
    assertThat(world.poll(source).isSuccess()).isTrue();
    assertThat(world.all())
        .extracting(entry -> entry.entry().title())
        .containsExactlyInAnyOrder("paper 1", "paper 2");
    assertThat(asked()).containsExactly("/feed");
  }

  @Test
  void isNotReadAsASitemapOnceItDeliveredAFeed() throws InterruptedException {
    var source = world.source("/feed");
    world.server.serve("/feed", "application/rss+xml", feed("paper", 1));
    world.poll(source);
    for (var instead :
        List.of(
            "https://hoster.example/status\nhttps://hoster.example/help\n",
            "<urlset><url><loc>https://hoster.example/1</loc></url></urlset>")) {
      world.server.serve("/feed", "text/plain", instead);
      assertThat(failure(source)).isNotEmpty();
    }
    assertThat(world.all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Just a moment...</title>",
        "<title>Account Suspended</title>",
        "<title>Maintenance</title>",
        "<title>Connexion - Espace abonnés</title>",
        "<title>404 Not Found</title>"
      })
  void followsNoLinksOfAnInterstitialPageAtFirst(String title) throws InterruptedException {
    var source = world.source("/feed");
    page(
        "/feed",
        title + "<link rel=alternate type=application/rss+xml href=/other.rss>",
        "<a href=/rss.xml>feed</a>");
    assertThat(failure(source)).contains("page");
    assertThat(asked()).containsExactly("/feed");
  }

  @Test
  void takesNothingOffAnInterstitialPageThatComesForAListOfArticles() throws InterruptedException {
    var source = ListedSource.of(world, "/sport", "seguia:kind='page'");
    page("/sport", "<title>Sport</title>", articles("sport", 8));
    world.poll(source);
    page("/sport", "<title>Site suspended</title>", articles("hoster", 3));
    assertThat(failure(source)).contains("suspended");
    assertThat(world.all()).hasSize(8);
  }

  private static String articles(String where, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number ->
            """
            <article><h2><a href="/%1$s/le-match-numero-%2$d-de-la-saison">Le match numéro %2$d de la saison en %1$s</a></h2>
            <time datetime="2025-11-%2$02dT10:00:00Z">%2$d novembre 2025</time><p>Un résumé.</p></article>
            """
                .formatted(where, number))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
    "202, x-amzn-waf-action, challenge",
    "403, cf-mitigated, challenge",
    "503, cf-mitigated, challenge",
    "429, x-vercel-mitigated, challenge",
    "405, x-amzn-waf-action, captcha",
    "200, x-amzn-waf-action, challenge"
  })
  void namesAChallengeThatTheHeadersTellOf(int status, String header, String value)
      throws InterruptedException {
    var source = world.source("/feed");
    world.server.on(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.getResponseHeaders().set(header, value);
          TestServer.answer(exchange, status, new byte[0]);
        });
    assertThat(failure(source)).contains("challenge page");
  }

  @ParameterizedTest
  @CsvSource({
    "403, <title>Attention Required! | Cloudflare</title>, challenge page",
    "503, <title>Checking your browser before accessing</title>, challenge page",
    "202, <script>window.gokuProps = {}</script>, challenge page",
    "503, <title>Site en maintenance</title>, maintenance page",
    "401, <title>Se connecter</title>, HTTP 401",
    "403, <title>Access denied</title>, block page"
  })
  void namesWhatThePageOfAnErrorIs(int status, String page, String words)
      throws InterruptedException {
    var source = world.source("/feed");
    world.server.on(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          TestServer.answer(exchange, status, ("<html>" + page + "</html>").getBytes(UTF_8));
        });
    assertThat(failure(source)).contains(words).contains("HTTP " + status);
  }
}
