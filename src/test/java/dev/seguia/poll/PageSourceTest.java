package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.poll.PollResult.Failed;
import dev.seguia.poll.PollResult.Read;
import dev.seguia.source.Opml;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.testing.TestServer;
import java.nio.charset.StandardCharsets;
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

  @AfterEach
  void close() {
    world.close();
  }

  private Source listed(String attributes) {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    var opml =
        "<opml xmlns:seguia='https://seguia.dev/opml'><body><outline text='Section' xmlUrl='"
            + world.server.url("/economie")
            + "' "
            + attributes
            + "/></body></opml>";
    var list = SourceList.of(Opml.read(opml.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.faults()).isEmpty();
    world.sources.list(list.sources());
    return list.sources().getFirst();
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
  void obeysRobotsTxt() throws InterruptedException {
    var source = listed("seguia:kind='page'");
    world.server.serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /economie\n");
    world.server.serve("/economie", "text/html; charset=utf-8", SECTION);
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).contains("robots.txt"));
    assertThat(world.server.requests()).noneMatch(request -> request.path().equals("/economie"));
  }
}
