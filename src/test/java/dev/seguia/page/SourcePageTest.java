package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How sources stand, for all to see, and the feed of those that fail.
final class SourcePageTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "Eau");
  private static final Source TWO = StoreWorld.source("https://two.example/feed", "Sport");
  private static final String FEED = "/sources/failures.atom";

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(List.of(ONE, TWO));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String page(Source source) {
    return "/sources/" + source.id();
  }

  @Test
  void showsHowEachSourceStands() {
    world.poll(ONE, Article.of("https://one.example/a", "Les barrages sont pleins"));
    world.store.clock.advance(Duration.ofMinutes(10));
    assertThat(world.get("/sources").body())
        .containsSubsequence(
            "<bdi>Title of https://one.example/feed</bdi>",
            "<span class=\"standing active\">active</span>",
            "il y a 10 min",
            "dans 50 min",
            "toutes les 60 min",
            "0,1 par jour",
            "<bdi>Title of https://two.example/feed</bdi>",
            "<span class=\"standing new\">nouvelle</span>",
            "jamais");
  }

  @Test
  void tellsAFailureInWordsAndWhenItIsTriedAgain() {
    world.fail(TWO, "HTTP 404 Not Found");
    assertThat(world.get(page(TWO)).body())
        .contains(
            "<span class=\"standing failing\">en panne</span>",
            "HTTP 404 Not Found",
            "après 4 échec(s)",
            "depuis le 14 nov. 2025");
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "new, 1", "failing, 1", "gone, 0", "unlisted, 0"})
  void filtersByState(String state, int shown) {
    world.fail(TWO, "HTTP 500 Internal Server Error");
    var body = world.get("/sources?state=" + state).body();
    assertThat(body.split("<tr>", -1)).hasSize(shown + 2);
    assertThat(world.get("/sources?state=sleepy").statusCode()).isEqualTo(400);
  }

  @Test
  void tellsWhatShareOtherSourcesCarryToo() {
    var title = "Le barrage de Bin el Ouidane est plein pour la première fois";
    world.poll(
        ONE,
        Article.of("https://one.example/a", title),
        Article.of("https://one.example/b", "Une école ouvre dans la vallée du Dadès"));
    world.poll(TWO, Article.of("https://two.example/a", title));
    assertThat(world.get(page(ONE)).body()).containsPattern("<dd>50\\h%</dd>");
    assertThat(world.get(page(TWO)).body()).containsPattern("<dd>100\\h%</dd>");
  }

  @Test
  void theAddressesOfSecretSourcesLetNoOneIn() {
    var plain = StoreWorld.source("https://me:hunter2@private.example/rss?token=hunter2");
    var secret = new Source(plain.url(), "", plain.htmlUrl(), plain.tags(), plain.settings());
    world.store.sources.list(List.of(secret));
    world.fail(secret, "no answer from https://private.example/rss?token=hunter2 in time");
    for (var path : List.of("/sources", page(secret), FEED))
      assertThat(world.get(path).body()).contains("private.example").doesNotContain("hunter2");
  }

  @Test
  void theFeedOfASourceLiesBesideItsPage() {
    world.poll(ONE, Article.of("https://one.example/a", "Titre"));
    assertThat(world.get(page(ONE) + ".atom").body()).startsWith("<?xml");
    assertThat(world.get(page(ONE)).body())
        .contains(
            "href=\"../sources/" + ONE.id() + ".atom\"",
            "<summary class=\"button\">S’abonner</summary>",
            "value=\"https://seguia.example/sources/" + ONE.id() + ".atom\"");
    assertThat(world.get("/sources/0000").statusCode()).isEqualTo(404);
  }

  @Test
  void theFeedOfFailuresNamesThoseThatGoOnFailing() {
    assertThat(world.get(FEED).body()).doesNotContain("<entry");
    world.fail(TWO, "HTTP 404 Not Found");
    var feed = world.get(FEED).body();
    assertThat(feed)
        .contains(
            "<title>Title of https://two.example/feed: HTTP 404 Not Found</title>",
            "https://seguia.example/sources/" + TWO.id());
    var id = feed.replaceAll("(?s).*<entry.*?<id>(.*?)</id>.*", "$1");
    world.fail(TWO, "HTTP 404 Not Found");
    assertThat(world.get(FEED).body()).contains("<id>" + id + "</id>");
  }

  @Test
  void aSourceThatCameBackIsInItNoLongerAndASecondFailureIsAnotherEntry() {
    world.fail(TWO, "HTTP 404 Not Found");
    var first = world.get(FEED).body();
    world.poll(TWO, Article.of("https://two.example/a", "Un match nul"));
    world.store.clock.advance(Duration.ofMinutes(1));
    assertThat(world.get(FEED).body()).doesNotContain("<entry");
    world.store.clock.advance(Duration.ofHours(1));
    world.fail(TWO, "HTTP 404 Not Found");
    var id = first.replaceAll("(?s).*<entry.*?<id>(.*?)</id>.*", "$1");
    assertThat(world.get(FEED).body()).contains("<entry").doesNotContain(id);
  }
}
