package dev.seguia.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Opml;
import dev.seguia.poll.PollWorld;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.store.ArticlePages;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A feed with summaries, and the pages of its articles, from a real server into the store.
final class PageReadingTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="fr"><head><title>Barrages : la pluie - le360.ma</title>
      <meta property="og:image" content="https://img.example/barrage.jpg"></head><body>
      <nav><a href="/">Accueil</a><a href="/sport">Sport</a></nav>
      <h1 class="headline-container">Barrages : la pluie</h1>
      <a class="byline-credits-bold" href="/auteur">Salma Idrissi</a>
      <div class="article-main-information-subheadline-date">Le 14/11/2025 à 10h06</div>
      <article class="default__ArticleBody-sc-1x2y3z">
      <p>Quatre jours de pluie ont apporté quatre-vingt-seize millions de mètres cubes d’eau aux
      barrages du Royaume, de quoi donner à boire aux villes pendant un mois entier.</p>
      <p>Le taux de remplissage passe à trente-trois pour cent, contre vingt-huit il y a un an à la
      même date, selon le ministère de l’Équipement et de l’eau.</p>
      </article>
      <footer>Tous droits réservés</footer></body></html>
      """;

  private final PollWorld world = new PollWorld();
  private final ArticlePages pages = new ArticlePages(world.database, world.session);
  private Source source;
  private PageReading reading;

  @BeforeEach
  void publish() throws InterruptedException {
    feed("Une pluie utile.");
    var plain = world.sourceAt("/rss");
    source =
        new Source(
            plain.url(), "le360", plain.htmlUrl(), plain.tags(), plain.settings().withFullText());
    world.sources.list(List.of(source));
    reading =
        new PageReading(
            world.crawler,
            pages,
            id -> Optional.of(source).filter(listed -> listed.id().equals(id)),
            world.clock);
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    world.poll(source);
  }

  private void feed(String summary) {
    world.server.serve(
        "/rss",
        "application/rss+xml",
        """
        <rss version="2.0"><channel><title>le360</title>
        <item><guid>1</guid><title>Barrages : la pluie</title><link>%s</link>
        <description>%s</description><pubDate>Fri, 14 Nov 2025 10:00:00 GMT</pubDate></item>
        </channel></rss>
        """
            .formatted(world.server.url("/article"), summary));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private StoredEntry only() {
    return world.all().getFirst();
  }

  private long asked(String path) {
    return world.server.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  @Test
  void putsTheTextOfThePageInThePlaceOfTheSummary() throws InterruptedException {
    world.server.serve("/article", "text/html; charset=utf-8", PAGE);
    var id = only().id();
    assertThat(reading.round()).isEqualTo(1);
    var entry = only().entry();
    assertThat(only().id()).isEqualTo(id);
    assertThat(entry.content())
        .contains("<p>Quatre jours de pluie", "trente-trois pour cent")
        .doesNotContain("Accueil", "Tous droits", "à 10h06");
    assertThat(entry.authors()).extracting(author -> author.name()).contains("Salma Idrissi");
    assertThat(entry.image()).contains("https://img.example/barrage.jpg");
    assertThat(entry.title()).isEqualTo("Barrages : la pluie");
    assertThat(reading.round()).isZero();
    assertThat(asked("/article")).isEqualTo(1);
  }

  @Test
  void leavesTheFeedsTextWhereAnExpressionIsTooMuchWork() throws InterruptedException {
    var list =
        """
        <opml xmlns:seguia='https://seguia.dev/opml'><body><outline text='le360' xmlUrl='%s'
        seguia:full-text='true' seguia:select-body='xpath://*[count(//*[//a]) > 1]'/></body></opml>
        """
            .formatted(source.url());
    source =
        SourceList.of(Opml.read(list.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml")
            .sources()
            .getFirst();
    world.server.serve("/article", "text/html; charset=utf-8", PAGE + "<p></p>".repeat(4_000));
    assertThat(reading.round()).isEqualTo(1);
    assertThat(only().entry().content()).contains("Une pluie utile.").doesNotContain("Quatre");
    assertThat(reading.round()).isZero();
    assertThat(asked("/article")).isEqualTo(1);
  }

  @Test
  void leavesTheFeedsTextWhereThePageFailsAndTriesSomeTimes() throws InterruptedException {
    for (var day = 0; day < 9; day++) {
      reading.round();
      world.clock.advance(Duration.ofDays(1));
    }
    assertThat(asked("/article")).isEqualTo(4);
    assertThat(only().entry().content()).contains("Une pluie utile.");
  }

  @Test
  void readsThePageAgainWhenTheSourceRewritesTheArticle() throws InterruptedException {
    world.server.serve("/article", "text/html; charset=utf-8", PAGE);
    reading.round();
    feed("Une pluie bien moins utile qu’on ne le disait ce matin.");
    world.server.serve(
        "/article", "text/html; charset=utf-8", PAGE.replace("trente-trois", "trente et un"));
    world.clock.advance(Duration.ofHours(2));
    world.poll(source);
    reading.round();
    assertThat(only().entry().content()).contains("trente et un pour cent");
  }

  @Test
  void readsNoPageOfAPrivateNetworkForStrangers() throws InterruptedException {
    world.server.serve("/article", "text/html; charset=utf-8", PAGE);
    source = PollWorld.byStranger(source);
    reading.round();
    assertThat(asked("/article")).isZero();
    assertThat(only().entry().content()).contains("Une pluie utile.");
  }

  /// The link is a stranger's, who came first; the wish for the page is the user's.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsNoneForTheUserWhereAStrangerNamedThePage(boolean isStillListed)
      throws InterruptedException {
    world.server.serve("/secret", "text/html; charset=utf-8", PAGE);
    var item =
        """
        <rss version="2.0"><channel><title>x</title><item><guid>%s</guid>
        <title>Barrages : quatre jours de pluie ont rempli les retenues du Royaume</title>
        <link>%s</link><description>Une pluie utile aux barrages du pays.</description>
        <pubDate>Fri, 14 Nov 2025 10:00:00 GMT</pubDate></item></channel></rss>
        """;
    world.server.serve(
        "/theirs", "application/rss+xml", item.formatted("t", world.server.url("/secret")));
    world.server.serve(
        "/rss", "application/rss+xml", item.formatted("u", world.server.url("/public")));
    // Polled over loopback, which stands for the public web here, and a stranger's from then on.
    var plain = world.sourceAt("/theirs");
    world.sources.list(List.of(source, plain));
    world.poll(plain);
    world.clock.advance(Duration.ofMinutes(10));
    world.poll(source);
    assertThat(world.all()).anySatisfy(entry -> assertThat(entry.sightings()).hasSize(2));
    var theirs = PollWorld.byStranger(plain);
    var listed = isStillListed ? List.of(source, theirs) : List.of(source);
    reading =
        new PageReading(
            world.crawler,
            pages,
            id -> listed.stream().filter(one -> one.id().equals(id)).findFirst(),
            world.clock);
    assertThat(reading.round()).isPositive();
    assertThat(asked("/secret")).isZero();
  }

  @Test
  void obeysRobotsTxt() throws InterruptedException {
    world.server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /article\n");
    world.server.serve("/article", "text/html; charset=utf-8", PAGE);
    reading.round();
    assertThat(asked("/robots.txt")).isEqualTo(1);
    assertThat(asked("/article")).isZero();
    world.clock.advance(Duration.ofDays(9));
    assertThat(reading.round()).isZero();
  }

  @Test
  void cleansWhatThePageBrings() throws InterruptedException {
    world.server.serve(
        "/article",
        "text/html; charset=utf-8",
        PAGE.replace("de quoi donner", "<script>alert(1)</script><img src=x onerror=alert(2)>"));
    reading.round();
    assertThat(only().entry().content())
        .contains("Quatre jours")
        .doesNotContain("script", "onerror");
  }

  @Test
  void takesTheArticlesOwnAddressWhereTheLinkOnlyLeadsThere() throws InterruptedException {
    world.server.on(
        "/article",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/economie/barrages?from=rss");
          TestServer.answer(exchange, 302, new byte[0]);
        });
    world.server.serve(
        "/economie/barrages",
        "text/html; charset=utf-8",
        PAGE.replace("</head>", "<link rel=canonical href=/economie/barrages></head>"));
    var id = only().id();
    reading.round();
    assertThat(only().entry().link()).contains(world.server.url("/economie/barrages").toString());
    assertThat(only().id()).isEqualTo(id);
    world.poll(source);
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void leavesALinkThatLeadsToTheArticleItself() throws InterruptedException {
    world.server.serve(
        "/article",
        "text/html; charset=utf-8",
        PAGE.replace("</head>", "<link rel=canonical href=/another></head>"));
    reading.round();
    assertThat(only().entry().link()).contains(world.server.url("/article").toString());
  }

  @Test
  void keepsTheFeedsDate() throws InterruptedException {
    world.server.serve("/article", "text/html; charset=utf-8", PAGE);
    reading.round();
    assertThat(only().published()).isEqualTo("2025-11-14T10:00:00Z");
  }

  @Test
  void datesAnEntryThatNoSourceDates() throws InterruptedException {
    world.server.serve(
        "/rss",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>le360</title><item><guid>2</guid><title>Barrages</title><link>%s</link></item></channel></rss>"
            .formatted(world.server.url("/undated")));
    world.server.serve("/undated", "text/html; charset=utf-8", PAGE);
    world.clock.advance(Duration.ofDays(400));
    world.poll(source);
    while (reading.round() > 0) assertThat(world.all()).hasSize(2);
    assertThat(world.all())
        .filteredOn(entry -> entry.entry().title().equals("Barrages"))
        .extracting(StoredEntry::published)
        .containsExactly(Instant.parse("2025-11-14T10:06:00Z"));
  }
}
