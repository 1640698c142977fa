package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Entries without titles, as microblogs write them, on pages for people and in feeds.
final class UntitledEntryTest {
  private static final String NOTE = "https://note.example/1";
  private static final String MUTE = "https://note.example/2";

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(List.of(NewsDay.LE_360));
    world.poll(
        NewsDay.LE_360,
        Article.of(NOTE, "")
            .summary("Bonjour de Fès !")
            .content("<p>Bonjour de Fès !</p>")
            .tags("Note"),
        Article.of(MUTE, "")
            .content("<p><img src=\"https://note.example/i.jpg\"></p>")
            .tags("Note"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/tags/note", "/tags/all", "/search?q=Bonjour"})
  void showTheFirstWordsOfTheirTextOnceInLists(String path) {
    var body = world.get(path).body();
    assertThat(body.replaceAll("</?mark>", "").split("Bonjour de Fès !", -1)).hasSize(2);
  }

  @Test
  void areHeadedByTheFirstWordsOfTheirText() {
    var body = world.get(world.page(NOTE)).body();
    assertThat(body)
        .contains("<title>Bonjour de Fès ! · Seguia</title>")
        .containsPattern("<h1[^>]*>Bonjour de Fès !</h1>")
        .contains("\"headline\":\"Bonjour de Fès !\"");
  }

  @Test
  void areHeadedByTheirLinkWhereTheyHaveNoWords() {
    assertThat(world.get(world.page(MUTE)).body())
        .containsPattern("<h1[^>]*>note\\.example/2</h1>")
        .doesNotContain("headline");
    assertThat(world.get("/tags/note").body())
        .contains("note.example/2")
        .doesNotContain("Sans titre");
  }

  @Test
  void haveNoTitleInFeeds() {
    assertThat(world.get("/feeds/note.atom").body()).contains("<title></title>");
    assertThat(world.get("/feeds/note.rss").body().split("<item>", 2)[1]).doesNotContain("<title>");
    assertThat(world.get("/feeds/note.json").body()).doesNotContain("\"title\":\"Bonjour");
  }
}
