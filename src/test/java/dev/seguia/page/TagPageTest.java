package dev.seguia.page;

import static dev.seguia.page.PageWorld.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Audience.Reach;
import dev.seguia.feed.Picture;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.testing.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of tags, and the list of them.
final class TagPageTest {
  private static final Source LE_360 = StoreWorld.source("https://le360.example/rss", "Maroc");
  private static final Pattern ENTRY = Pattern.compile("<h3[^>]*><a href=\"../(entries/[^\"]+)\">");
  private static final Pattern OLDER = Pattern.compile("<a rel=\"next\" href=\"\\.\\./([^\"]+)\">");

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(List.of(LE_360));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Article article(String name, String title) {
    return Article.of("https://le360.example/" + name, title).tags("Maroc");
  }

  @Test
  void listsTheEntriesOfATagAndLeadsBackToItFromEach() {
    world.poll(
        LE_360, article("a", "Les élections"), article("b", "La pêche").tags("Maroc", "Agadir"));
    var page = world.get("/tags/agadir");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<h1><bdi>Agadir</bdi></h1>", "?in=agadir\">La pêche</a>")
        .doesNotContain("Les élections");
  }

  @Test
  void pagesLeadThroughAllEntriesOnce() {
    var articles =
        IntStream.range(0, 70)
            .mapToObj(at ->
                article("n" + at, "Titre numéro " + at)
                    .published("2025-11-14T%02d:%02d:00Z".formatted(at / 60 + 7, at % 60)))
            .toArray(Article[]::new);
    world.poll(LE_360, articles);
    var seen = new ArrayList<String>();
    var path = "/tags/maroc";
    for (var pages = 1; !path.isEmpty(); pages++) {
      assertThat(pages).isLessThanOrEqualTo(3);
      var body = world.get(path).body();
      ENTRY.matcher(body).results().forEach(found -> seen.add(found.group(1)));
      var older = OLDER.matcher(body);
      path = older.find() ? "/" + older.group(1) : "";
    }
    assertThat(seen).hasSize(70).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "/tags/Sport+Maroc, /tags/maroc+sport",
    "'/tags/maroc,maroc', /tags/maroc",
    "/tags/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8+Maroc,"
        + " /tags/maroc+%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8"
  })
  void sendsOtherSpellingsToTheCanonicalOne(String path, String location) {
    var answer = world.get(path);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "location")).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tags/nowhere", "/tags/maroc++sport", "/tags/maroc+nowhere"})
  void saysSoWhereThereIsNone(String path) {
    world.poll(LE_360, article("a", "Titre"));
    assertThat(world.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void hasAPageWhereThereIsAFeed() {
    world.poll(LE_360, article("a", "Titre").tags("Sport"));
    assertThat(world.get("/feeds/nowhere,sport.atom").statusCode()).isEqualTo(200);
    assertThat(world.get("/tags/nowhere,sport").body()).contains("Titre");
    assertThat(world.get("/tags/sport~nowhere").body()).contains("Titre");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "1.2.3"})
  void saysSoWhereAPlaceIsNone(String after) {
    world.poll(LE_360, article("a", "Titre"));
    assertThat(world.get("/tags/maroc?after=" + after).statusCode()).isEqualTo(400);
  }

  @Test
  void aMutedEntryIsOnThePageOfItsTagOnly() {
    world.poll(LE_360, article("m", "En sourdine").reach(Reach.MUTED), article("a", "Publié"));
    assertThat(world.get("/tags/maroc").body()).contains("En sourdine");
    assertThat(world.get("/tags/all").body()).contains("Publié").doesNotContain("En sourdine");
  }

  @Test
  void relatedTagsNarrowAndWiden() {
    world.store.sources.list(NewsDay.SOURCES);
    NewsDay.happenIn(world);
    assertThat(world.get("/tags/finances").body())
        .contains(
            "<a href=\"../tags/banques\"><bdi>Banques</bdi></a>",
            "<a href=\"../tags/banques+finances\" aria-label=\"Seulement avec Banques\">avec</a>",
            "<a href=\"../tags/finances~banques\" aria-label=\"Sans Banques\">sans</a>",
            "<a href=\"../tags/banques,finances\" aria-label=\"Élargir à Banques\">ou</a>");
    assertThat(world.get("/tags/banques+finances").body())
        .contains(
            "<a href=\"../tags/finances\" aria-label=\"Retirer Banques\">",
            "<a href=\"../tags/banques\" aria-label=\"Retirer Finances\">");
  }

  @Test
  void offersItsFeedsWithTheirWholeAddress() {
    world.poll(LE_360, article("a", "Titre"));
    var body = world.get("/tags/maroc").body();
    for (var format : List.of("atom", "rss", "json"))
      assertThat(body).contains("value=\"https://seguia.example/feeds/maroc." + format + "\"");
    assertThat(body).contains("aria-label=\"Code QR de https://seguia.example/feeds/maroc.atom\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed://seguia.example/feeds/agadir+maroc.atom",
        "https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fseguia.example%2Ffeeds%2Fagadir%2Bmaroc.atom",
        "https://www.inoreader.com/?add_feed=https%3A%2F%2Fseguia.example%2Ffeeds%2Fagadir%2Bmaroc.atom",
        "https://www.newsblur.com/?url=https%3A%2F%2Fseguia.example%2Ffeeds%2Fagadir%2Bmaroc.atom",
        "https://reader.miniflux.app/bookmarklet?uri=https%3A%2F%2Fseguia.example%2Ffeeds%2Fagadir%2Bmaroc.atom"
      })
  void leadsToReadersThatAddItsFeed(String link) {
    world.poll(LE_360, article("a", "Titre").tags("Maroc", "Agadir"));
    assertThat(world.get("/tags/agadir+maroc").body()).contains("<a href=\"" + link + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/tags/maroc, /feeds/maroc.atom, tags/maroc#subscribe, false",
    "/tags/maroc?stories=1, /feeds/maroc.atom?stories=1, tags/maroc?stories=1#subscribe, true",
    "/tags/maroc?limit=5, /feeds/maroc.atom?limit=5, tags/maroc?limit=5#subscribe, false",
    "/tags/maroc?limit=5&stories=1, /feeds/maroc.atom?stories=1&amp;limit=5,"
        + " tags/maroc?stories=1&amp;limit=5#subscribe, true"
  })
  void offersTheVariantThatIsAskedFor(String path, String feed, String chosen, boolean isOpen) {
    world.poll(LE_360, article("a", "Titre"));
    assertThat(world.get(path).body())
        .contains(
            "value=\"https://seguia.example" + feed + "\"",
            "<a href=\"../" + chosen + "\" aria-current=\"true\">",
            isOpen ? "<details open>" : "<details>\n<summary class=\"button\">")
        .containsOnlyOnce("aria-current");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stories=2", "stories=", "limit=0", "limit=x"})
  void saysSoWhereAVariantIsNone(String query) {
    world.poll(LE_360, article("a", "Titre"));
    assertThat(world.get("/tags/maroc?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void showsHowManyArrivedOnEachDay() {
    world.poll(LE_360, article("a", "Un"), article("b", "Deux"));
    world.store.clock.advance(Duration.ofDays(1));
    world.poll(LE_360, article("c", "Trois").published(world.store.clock.instant().toString()));
    assertThat(world.get("/tags/maroc").body())
        .contains(
            "Articles des 30 derniers jours : 3",
            "<title>14 nov. 2025: 2</title>",
            "<title>15 nov. 2025: 1</title>");
    assertThat(world.get("/tags/maroc").body().split("<rect", -1)).hasSize(3);
  }

  @Test
  void isNotModifiedForThoseWhoHaveIt() {
    world.poll(LE_360, article("a", "Titre"));
    var etag = header(world.get("/tags/maroc"), "etag");
    assertThat(world.get("/tags/maroc", "If-None-Match", etag).statusCode()).isEqualTo(304);
    world.poll(LE_360, article("b", "Autre"));
    assertThat(world.get("/tags/maroc", "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void theListHasAllTagsAPageAtATime() {
    var labels = IntStream.range(0, 150).mapToObj(at -> "Thème " + at).toArray(String[]::new);
    world.poll(LE_360, Article.of("https://le360.example/a", "Titre").tags(labels));
    var first = world.get("/tags").body();
    var second = world.get("/tags?page=2").body();
    assertThat(first.split("<tr>", -1)).hasSize(102);
    assertThat(first).contains("<a href=\"tags/all\">", "<a rel=\"next\" href=\"tags?page=2\">");
    assertThat(second.split("<tr>", -1)).hasSize(53);
    assertThat(second).contains("<a rel=\"prev\" href=\"tags?page=1\">");
    assertThat(world.get("/tags?page=3").statusCode()).isEqualTo(404);
    assertThat(world.get("/tags?page=x").statusCode()).isEqualTo(400);
  }

  @Test
  void leavesHostileLabelsWithoutPower() {
    world.poll(LE_360, article("a", "Titre").tags("\"><img src=x onerror=alert(1)>"));
    for (var path : List.of("/", "/tags", "/tags/all"))
      assertThat(world.get(path).body()).doesNotContain("<img src=x");
  }

  @Test
  void showsPicturesInItsListUnlessTheyAreUnwanted() {
    var picture = Picture.valueOf("https://i.example/a b.jpg");
    world.poll(LE_360, article("a", "Titre").tags("Maroc").picture(picture));
    assertThat(world.get("/tags/maroc").body())
        .contains(
            "<img class=\"thumbnail\" src=\"https://i.example/a%20b.jpg\" alt=\"\" width=\"136\""
                + " height=\"84\" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\">");
    world.serve(TestSettings.of("pages.images=false").pages());
    var without = world.get("/tags/maroc");
    assertThat(without.body()).doesNotContain("<img");
    assertThat(header(without, "content-security-policy")).contains("img-src 'self';");
  }
}
