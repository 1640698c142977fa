package dev.seguia.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.poll.PollResult.Failed;
import dev.seguia.poll.PollResult.Read;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sections of web sites that are polled as feeds are.
final class PageSourceTest {
  private static final String SECTION =
      """
      <!doctype html><html lang="fr"><head><title>Économie</title></head><body>
      <nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
      <ul class="news">
        <li><h2><a href="/economie/barrages-la-pluie_1">Barrages : la pluie valait un mois d’eau</a></h2>
          <time datetime="2025-11-14T10:06:00+01:00">Le 14/11/2025 à 10h06</time><p>Une pluie utile.</p></li>
        <li><h2><a href="/economie/bourse-en-hausse_2">Bourse : la séance finit en forte hausse</a></h2>
          <time datetime="2025-11-14T09:00:00+01:00">Le 14/11/2025 à 9h00</time><p>Le Masi gagne 1 %.</p></li>
      </ul></body></html>
      """;

  private final PollWorld world = new PollWorld();
  private final Map<String, String> pages = new HashMap<>();

  @AfterEach
  void close() {
    world.close();
  }

  private Source listed(String attributes) {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    return ListedSource.of(world, "/economie", attributes);
  }

  @Test
  void givesTheArticlesThatSelectorsName() throws InterruptedException {
    var source =
        listed(
            "seguia:kind='page' seguia:select-item='ul.news li' seguia:select-title='h2'"
                + " seguia:select-date='time@datetime' seguia:select-body='p'");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(2));
    assertThat(world.all())
        .extracting(entry -> entry.entry().title())
        .containsExactly(
            "Barrages : la pluie valait un mois d’eau", "Bourse : la séance finit en forte hausse");
    var first = world.all().getFirst();
    assertThat(first.published()).isEqualTo("2025-11-14T09:06:00Z");
    assertThat(first.entry().link())
        .contains(world.server.url("/economie/barrages-la-pluie_1").toString());
    assertThat(first.entry().content()).contains("Une pluie utile.");
  }

  @Test
  void readsAPageAsItWasSaidToFreshRss() throws InterruptedException {
    var source =
        listed(
            "xmlns:frss='https://freshrss.org/opml' type='HTML+XPath'"
                + " frss:xPathItem='//ul[contains(@class, &quot;news&quot;)]/li'"
                + " frss:xPathItemTitle='descendant::h2' frss:xPathItemUri='.//a/@href'"
                + " frss:xPathItemTimestamp='.//time/@datetime' frss:xPathItemContent='p'");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(2));
    var first = world.all().getFirst();
    assertThat(first.entry().title()).isEqualTo("Barrages : la pluie valait un mois d’eau");
    assertThat(first.published()).isEqualTo("2025-11-14T09:06:00Z");
    assertThat(first.entry().content()).contains("Une pluie utile.");
  }

  @Test
  void bringsWhatIsNewOnceAndTellsWhatIsAsItWas() throws InterruptedException {
    var source = listed("seguia:kind='page' seguia:select-item='ul.news li'");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    world.poll(source);
    assertThat(world.poll(source)).isInstanceOf(PollResult.Unchanged.class);
    world.server.serve(
        "/economie",
        "text/html; charset=utf-8",
        SECTION.replace(
            "<ul class=\"news\">",
            "<ul class=\"news\"><li><h2><a href='/economie/tourisme-record_3'>Tourisme : une année"
                + " record pour Marrakech</a></h2></li>"));
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(1));
    assertThat(world.all()).hasSize(3);
  }

  @Test
  void saysWhySelectorsFindNothing() throws InterruptedException {
    var source = listed("seguia:kind='page' seguia:select-item='div.gone'");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.reason()).contains("select-item", "div.gone"));
  }

  @Test
  void saysThatExpressionsAreTooMuchWorkAndGoesOn() throws InterruptedException {
    var source =
        listed("seguia:kind='page' seguia:select-item='xpath://li[count(//*[//a]) > 1 or .//a]'");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION + "<p></p>".repeat(4_000));
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("too much work"));
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(2));
  }

  @Test
  void obeysRobotsTxt() throws InterruptedException {
    var source = listed("seguia:kind='page'");
    world.server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /economie\n");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("robots.txt"));
    assertThat(world.server.requests()).noneMatch(request -> request.path().equals("/economie"));
  }

  @Test
  void readsFurtherPagesAsLongAsAllOnThemIsNew() throws InterruptedException {
    var source = listed("seguia:kind='page' seguia:select-item='ul.news li' seguia:pages='3'");
    section("/economie", "/economie?page=2", 1, 2);
    section("/economie?page=2", "/economie?page=3", 3, 4);
    section("/economie?page=3", "/economie?page=4", 5, 6);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(6));
    assertThat(asked()).endsWith("/economie", "/economie?page=2", "/economie?page=3");
    section("/economie", "/economie?page=2", 7, 1);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(Read.class, read -> assertThat(read.added()).isEqualTo(1));
    assertThat(asked()).endsWith("/economie?page=3", "/economie");
  }

  @Test
  void keepsWhatItHasWhereAFurtherPageFails() throws InterruptedException {
    var source = listed("seguia:kind='page' seguia:select-item='ul.news li' seguia:pages='3'");
    section("/economie", "/gone", 1, 2);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Read.class,
            read -> {
              assertThat(read.added()).isEqualTo(2);
              assertThat(read.warnings()).anyMatch(words -> words.contains("HTTP 404"));
            });
  }

  @Test
  void agesInWordsNeitherMoveNorEditWhatWasRead() throws InterruptedException {
    var source = listed("seguia:kind='page'");
    ages("il y a 2 heures", "hier", "il y a 3 jours");
    world.poll(source);
    var before = dated();
    assertThat(before).hasSize(3);
    world.clock.advance(Duration.ofHours(1));
    ages("il y a 3 heures", "hier", "il y a 3 jours");
    world.poll(source);
    assertThat(dated()).isEqualTo(before);
    world.clock.advance(Duration.ofHours(23));
    ages("il y a 26 heures", "il y a 2 jours", "10 novembre 2025");
    world.poll(source);
    assertThat(dated()).isEqualTo(before);
  }

  private void ages(String... ages) {
    var entries = new StringBuilder();
    for (var number = 1; number <= ages.length; number++)
      entries.append(
          """
          <article><h2><a href="/economie/le-chantier-numero-%1$d">Le chantier numéro %1$d est enfin terminé</a></h2>
          <p class="date">%2$s</p><p>Il aura duré deux ans et trois mois.</p></article>
          """
              .formatted(number, ages[number - 1]));
    world.server.serve(
        "/economie",
        "text/html; charset=utf-8",
        "<html lang='fr'><title>Économie</title><main>%s</main></html>".formatted(entries));
  }

  /// What tells a reader that an entry moved or changed.
  private List<String> dated() {
    return world.all().stream()
        .map(
            entry -> "%s %s %s".formatted(entry.entry().link(), entry.published(), entry.updated()))
        .toList();
  }

  /// Serves a section that leads on, whatever its query.
  private void section(String url, String next, int... articles) {
    var items = new StringBuilder();
    for (var number : articles)
      items.append(
          "<li><h2><a href='/economie/article-numero-%d'>Un article, le numéro %d</a></h2></li>"
              .formatted(number, number));
    pages.put(
        url,
        "<html lang='fr'><title>Économie</title><ul class='news'>%s</ul><a rel='next' href='%s'>Suivant</a></html>"
            .formatted(items, next));
    world.server.on(
        "/economie",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          TestServer.answer(
              exchange,
              200,
              pages.getOrDefault(exchange.getRequestURI().toString(), "").getBytes(UTF_8));
        });
  }

  private List<String> asked() {
    return world.server.requests().stream().map(TestServer.Request::path).toList();
  }
}
