package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.store.StoreWorld;
import dev.seguia.testing.TestSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start page.
final class FrontPageTest {
  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(NewsDay.SOURCES);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void showsAStoryOnceWithThoseWhoTellIt() {
    NewsDay.happenIn(world);
    var body = world.get("/").body();
    var address = world.page(NewsDay.RATE.link()).substring(1);
    assertThat(body.split("href=\"" + address + "\"", -1)).hasSize(2);
    assertThat(body)
        .containsSubsequence(
            address,
            NewsDay.RATE.title(),
            "<bdi>le360</bdi>",
            "<bdi>Hespress</bdi>",
            "<bdi>Libération</bdi>");
    assertThat(body)
        .doesNotContain("Bank Al-Maghrib laisse son taux directeur inchangé à 2,25 %</a>");
  }

  @Test
  void showsTheTagsInUse() {
    NewsDay.happenIn(world);
    assertThat(world.get("/").body())
        .contains("<a href=\"tags/banques\"><bdi>Banques</bdi></a>", "<a href=\"tags\">");
  }

  @Test
  void offersToSubscribeToAllEntries() {
    assertThat(world.get("/").body())
        .contains(
            "<summary class=\"button\">S’abonner</summary>",
            "value=\"https://seguia.example/feeds/all.atom\"",
            "<a href=\"tags/all?stories=1#subscribe\">Une entrée par sujet</a>");
  }

  @Test
  void saysThatNothingHasComeYet() {
    assertThat(world.get("/").body()).contains("les sources sont en cours de lecture");
  }

  @Test
  void isNewOnceSomethingCame() {
    assertThat(world.get("/").body()).doesNotContain("La pêche");
    world.poll(
        StoreWorld.source("https://le360.example/rss", "Maroc"),
        Article.of("https://le360.example/a", "La pêche reprend"));
    assertThat(world.get("/").body()).contains("La pêche reprend");
  }

  @Test
  void searchEnginesKeepNoPageUnlessTheyMay() {
    NewsDay.happenIn(world);
    for (var path : List.of("/", "/tags", "/tags/banques", "/search", "/sources"))
      assertThat(world.get(path).body()).contains("<meta name=\"robots\" content=\"noindex\">");
    world.serve(TestSettings.of("pages.index=true").pages());
    assertThat(world.get("/").body()).doesNotContain("noindex");
  }

  @Test
  void anArticleHasNoImagesWhereTheyAreNotWanted() {
    NewsDay.happenIn(world);
    world.serve(TestSettings.of("pages.images=false").pages());
    var page = world.get(world.page(NewsDay.RATE.link()));
    assertThat(page.body()).doesNotContain("<img").contains("Le siège, à Rabat.");
    assertThat(PageWorld.header(page, "content-security-policy")).contains("img-src 'self';");
  }
}
