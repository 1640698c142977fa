package dev.seguia.web;

import static dev.seguia.page.PageWorld.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.page.Article;
import dev.seguia.page.PageWorld;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.nio.file.Path;
import java.time.Duration;
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

/// Feeds and pages of some languages and sources.
final class FilteredListTest {
  private static final Source LE_360 = StoreWorld.source("https://le360.example/rss", "Maroc");
  private static final Source AKHBAR = StoreWorld.source("https://akhbar.example/rss", "Maroc");
  private static final List<String> LISTS =
      List.of(
          "/feeds/maroc.atom",
          "/feeds/maroc.rss",
          "/feeds/maroc.json",
          "/feeds/all.atom",
          "/feeds/maroc,sport.atom",
          "/tags/maroc",
          "/tags/all",
          "/tags/maroc~sport");

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(List.of(LE_360, AKHBAR));
    world.poll(
        LE_360,
        article("le360", "francais", "fr"),
        article("le360", "marocain", "fr-ma"),
        article("le360", "english", "en"));
    world.poll(AKHBAR, article("akhbar", "arabe", "ar"), article("akhbar", "traduit", "fr"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Article article(String host, String title, String language) {
    return Article.of("https://" + host + ".example/" + title, "Titre " + title)
        .in(language)
        .tags("Maroc");
  }

  private static String filled(String query) {
    return query.replace("LE360", LE_360.id()).replace("AKHBAR", AKHBAR.id());
  }

  @ParameterizedTest
  @CsvSource({
    "lang=fr, francais marocain traduit",
    "lang=fr-ma, marocain",
    "lang=FR-MA, marocain",
    "'lang=fr,ar', francais marocain traduit arabe",
    "lang=ar%2Cen, arabe english",
    "lang=de, ''",
    "lang=frr, ''",
    "source=AKHBAR, arabe traduit",
    "source=AKHBAR&lang=fr, traduit",
    "'source=AKHBAR,LE360&lang=en', english",
    "source=LE360&lang=ar, ''",
    "stories=1&lang=fr, francais marocain traduit",
    "lang=fr&utm_source=x&fbclid=y&ref=z, francais marocain traduit"
  })
  void hasTheEntriesOfThoseLanguagesAndSources(String query, String titles) {
    for (var list : LISTS) {
      if (query.startsWith("stories") && list.startsWith("/tags")) continue;
      var answer = world.get(list + "?" + filled(query));
      assertThat(answer.statusCode()).as(list).isEqualTo(200);
      for (var title : List.of("francais", "marocain", "english", "arabe", "traduit"))
        assertThat(answer.body().contains("Titre " + title))
            .as("%s %s", list, title)
            .isEqualTo(List.of(titles.split(" ", -1)).contains(title));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lang=, lang must be language tags",
    "lang=french, lang must be language tags",
    "'lang=fr,', lang must be language tags",
    "'lang=aa,ab,ac,ad,ae,af,ag,ah,ai,aj,ak', 10 at most",
    "source=, source must be ids of sources",
    "source=0123456789ab, There is no source with the id",
    "source=le360, There is no source with the id",
    "langue=fr, ?langue= is not known; did you mean ?lang=?",
    "sorce=x, ?sorce= is not known; did you mean ?source=?",
    "lang=fr&lang=ar, ?lang= is given twice",
    "%3Cscript%3E=1, A parameter is not known; did you mean"
  })
  void refusesWhatItDoesNotKnow(String query, String words) {
    for (var list : LISTS) {
      var answer = world.get(list + "?" + query);
      assertThat(answer.statusCode()).as(list).isEqualTo(400);
      assertThat(answer.body()).as(list).contains(words);
    }
  }

  @Test
  void namesAWrongSourceToPeopleAndLeavesItWithoutPower() {
    var answer = world.get("/tags/maroc?source=%3Cimg%3E", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no source").doesNotContain("<img>");
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/maroc.atom?day=2025-11-14",
    "/feeds/maroc.atom?after=1-1",
    "/tags?lang=fr",
    "/tags/maroc?limits=3",
    "/search?q=titre&limits=3",
    "/search.atom?q=titre&day=2025-11-14"
  })
  void aParameterOfAnotherAddressIsUnknown(String path) {
    assertThat(world.get(path).statusCode()).isEqualTo(400);
    assertThat(world.get(path).body()).contains("not known; did you mean ?");
  }

  @Test
  void theFeedOfASourceTakesALimitOnly() {
    assertThat(world.get("/sources/" + LE_360.id() + ".atom?limit=1").statusCode()).isEqualTo(200);
    assertThat(world.get("/sources/" + LE_360.id() + ".atom?lang=fr").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lang=fr,ar&source=LE360,AKHBAR", "source=AKHBAR,LE360,AKHBAR&lang=AR,fr"})
  void hasOneSpellingInItsOwnAddressAndId(String query) {
    var sources = String.join(",", List.of(LE_360.id(), AKHBAR.id()).stream().sorted().toList());
    var canonical = "?lang=ar,fr&amp;source=" + sources;
    var feed = world.get("/feeds/maroc.atom?limit=2&" + filled(query)).body();
    assertThat(feed)
        .contains(
            "<id>" + PageWorld.BASE + "/feeds/maroc.atom" + canonical + "</id>",
            "href=\"" + PageWorld.BASE + "/feeds/maroc.atom" + canonical + "&amp;limit=2\"")
        .contains("<title>Maroc · ar, fr, ");
    var page = world.get("/tags/maroc?" + filled(query)).body();
    assertThat(page).contains("href=\"../feeds/maroc.rss" + canonical + "\"");
  }

  @Test
  void anotherSpellingOfTheTagsKeepsTheFilter() {
    assertThat(header(world.get("/feeds/Maroc.atom?lang=ar,fr&stories=1"), "location"))
        .isEqualTo("/feeds/maroc.atom?stories=1&lang=ar,fr");
    assertThat(header(world.get("/tags/Maroc?lang=fr,ar"), "location"))
        .isEqualTo("/tags/maroc?lang=ar,fr");
  }

  @Test
  void aPersonIsLedToThePageWithTheFilter() {
    var answer = world.get("/feeds/maroc.atom?lang=fr", "Accept", "text/html");
    assertThat(header(answer, "location")).isEqualTo("/tags/maroc?lang=fr#subscribe");
  }

  @Test
  void isAnotherDocumentOnceItsOwnEntriesChangeOnly() {
    var path = "/feeds/maroc.atom?lang=ar";
    for (var at = 0; at < 3; at++) world.get(path); // by the fast path in the end
    var etag = header(world.get(path), "etag");
    world.store.clock.advance(Duration.ofMinutes(1));
    world.poll(LE_360, article("le360", "neuf", "fr"));
    assertThat(world.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    world.poll(AKHBAR, article("akhbar", "nouveau", "ar"));
    var changed = world.get(path, "If-None-Match", etag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("Titre nouveau");
  }

  @Test
  void anEntryThatChangesItsLanguageLeavesAndClientsAreTold() {
    var path = "/feeds/all.atom?lang=en";
    var since = header(world.get(path), "last-modified");
    world.store.clock.advance(Duration.ofHours(1));
    world.poll(LE_360, article("le360", "english", "es").content("<p>Otro texto.</p>"));
    var changed = world.get(path, "If-Modified-Since", since);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).doesNotContain("Titre english");
  }

  @Test
  void pagingKeepsTheFilter() {
    world.poll(
        AKHBAR,
        IntStream.range(0, 65)
            .mapToObj(at -> article("akhbar", "n" + at, at % 2 == 0 ? "ar" : "fr"))
            .toArray(Article[]::new));
    var older =
        Pattern.compile("<a rel=\"next\" href=\"\\.\\.(/tags/maroc\\?lang=ar&amp;after=[^\"]+)\">");
    var first = world.get("/tags/maroc?lang=ar").body();
    var next = older.matcher(first);
    assertThat(next.find()).isTrue();
    assertThat(world.get(next.group(1).replace("&amp;", "&")).body())
        .contains("<a href=\"../tags/maroc?lang=ar\">")
        .doesNotContain("<a rel=\"next\"");
  }

  @ParameterizedTest
  @CsvSource({
    "q=titre&lang=fr, francais traduit",
    "'q=titre&lang=ar,en', arabe english",
    "q=titre&source=AKHBAR, arabe traduit",
    "'q=titre&source=AKHBAR,LE360&lang=en', english",
    "q=titre&lang=&source=, francais english arabe traduit"
  })
  void aSearchIsNarrowedLikewise(String query, String titles) {
    for (var path : List.of("/search.atom?", "/search?")) {
      var body = world.get(path + filled(query)).body();
      for (var title : List.of("francais", "english", "arabe", "traduit"))
        assertThat(body.replaceAll("</?mark>", "").contains("Titre " + title))
            .as("%s %s", path, title)
            .isEqualTo(List.of(titles.split(" ", -1)).contains(title));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "q=titre&lang=fr-ma, two or three letters only",
    "q=titre&lang=french, lang must be language tags",
    "q=titre&langue=fr, did you mean ?lang=?"
  })
  void aSearchRefusesWhatItDoesNotKnow(String query, String words) {
    for (var path : List.of("/search.atom?", "/search?")) {
      assertThat(world.get(path + query).statusCode()).isEqualTo(400);
      assertThat(world.get(path + query).body()).contains(words);
    }
  }

  @Test
  void theFeedOfANarrowedSearchIsThatOfItsQuery() {
    assertThat(world.get("/search.atom?q=titre&lang=fr").body())
        .isEqualTo(world.get("/search.atom?q=titre%20lang%3Afr").body());
  }
}
