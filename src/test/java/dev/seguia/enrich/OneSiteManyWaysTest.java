package dev.seguia.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seguia.opml.Opml;
import dev.seguia.poll.PollWorld;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.store.ArticlePages;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.ArcSite;
import dev.seguia.testing.ArcSite.Article;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One newspaper by its feed, its sitemap, a section and the pages of its articles: each article is
/// one entry, whoever brings it first.
final class OneSiteManyWaysTest {
  private static final int DAYS = 12;
  private static final int A_DAY = 3;

  private final PollWorld world = new PollWorld();
  private final ArcSite site = new ArcSite(world.server);
  private final List<Source> sources = listed();
  private final PageReading reading =
      new PageReading(
          world.crawler,
          new ArticlePages(world.database, world.session),
          id -> sources.stream().filter(source -> source.id().equals(id)).findFirst(),
          world.clock);

  @AfterEach
  void close() {
    world.close();
  }

  private List<Source> listed() {
    var opml =
        """
        <opml xmlns:seguia="https://seguia.dev/opml"><body>
        <outline text="Flux" xmlUrl="%s" seguia:full-text="true"
          seguia:select-body="article[class^=default__ArticleBody]"/>
        <outline text="Plan" xmlUrl="%s" seguia:kind="sitemap"/>
        <outline text="Page" xmlUrl="%s" seguia:kind="page"/>
        </body></opml>
        """
            .formatted(
                site.url("/arc/outboundfeeds/rss/"),
                site.url("/sitemap-index.xml"),
                site.url("/economie/"));
    var list = SourceList.of(Opml.read(opml.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.faults()).isEmpty();
    world.sources.list(list.sources());
    return list.sources();
  }

  /// The order in which the ways bring an article is another one in each replay.
  @ParameterizedTest(name = "order {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void givesEachArticleOnceUnderOneId(int order) throws InterruptedException {
    var chance = new Random(order);
    var ids = new HashMap<Integer, String>();
    for (var day = 0; day < DAYS; day++) {
      for (var i = 0; i < A_DAY; i++)
        site.publish(ArcSite.economy(day * A_DAY + i, world.clock.instant()));
      renameOne(chance);
      for (var hour = 0; hour < 3; hour++) {
        site.feedOf(some(chance, hour)).sitemapOf(some(chance, hour));
        for (var source : shuffled(chance)) assertThat(world.poll(source).isSuccess()).isTrue();
        while (reading.round() > 0) assertThat(world.all()).isNotEmpty();
        noteIds(ids);
        world.clock.advance(Duration.ofHours(8));
      }
    }
    assertThat(world.all()).hasSize(DAYS * A_DAY);
    assertThat(ids).hasSize(DAYS * A_DAY);
    for (var entry : world.all()) assertIsWhole(entry);
  }

  /// An article appears here and there within some hours.
  private List<Article> some(Random chance, int hour) {
    return hour == 2
        ? site.all()
        : site.all().stream().filter(article -> chance.nextInt(3) > 0).toList();
  }

  private void renameOne(Random chance) {
    var all = site.all();
    var chosen = all.get(chance.nextInt(all.size()));
    site.rename(chosen, "titre-recrit-" + chance.nextInt(1_000));
  }

  private List<Source> shuffled(Random chance) {
    var all = new ArrayList<>(sources);
    Collections.shuffle(all, chance);
    return all;
  }

  private void noteIds(Map<Integer, String> ids) {
    for (var entry : world.all()) {
      var article = site.of(entry.entry().link().orElseThrow()).orElseThrow();
      assertThat(ids.computeIfAbsent(article.number(), _ -> entry.id()))
          .as("the id of article %d", article.number())
          .isEqualTo(entry.id());
    }
  }

  private void assertIsWhole(StoredEntry entry) {
    var article = site.of(entry.entry().link().orElseThrow()).orElseThrow();
    assertThat(entry.entry().title()).isEqualTo(article.title());
    assertThat(entry.entry().content())
        .contains("quartier numéro " + article.number())
        .doesNotContain("Tous droits");
    assertThat(entry.published()).isCloseTo(article.published(), within(1, ChronoUnit.MINUTES));
    // A source that gives no ids carries an article once more under each address.
    assertThat(entry.sightings().stream().map(sighting -> sighting.source().id()).distinct())
        .hasSize(3);
  }
}
