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
import java.time.Instant;
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
            "<li>avec</li>",
            "<a href=\"../tags/banques+finances\" aria-label=\"Seulement avec Banques\">"
                + "<bdi>Banques</bdi></a> <span class=\"count\">3</span>",
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
  void listsByDateUnderTheDayInTheTimeZoneOfThePages() {
    world.serve(TestSettings.of("pages.time-zone=Africa/Casablanca").pages());
    world.poll(
        LE_360,
        article("a", "Avant-hier").published("2025-11-12T09:30:00Z"),
        article("b", "Ce matin").published("2025-11-14T07:00:00Z"),
        article("c", "La veille").published("2025-11-13T18:00:00Z"),
        article("d", "Jadis").published("2024-02-03T08:15:00Z"));
    world.store.clock.set(Instant.parse("2025-11-14T12:00:00Z"));
    assertThat(world.get("/tags/maroc").body().replaceAll("<[^>]+>", ""))
        .containsSubsequence(
            "Aujourd’hui",
            "Ce matin",
            "il y a 5 h",
            "Hier",
            "La veille",
            "il y a 18 h",
            "mercredi 12 novembre",
            "Avant-hier",
            "10:30",
            "samedi 3 février 2024",
            "Jadis",
            "09:15");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 0, à l’instant",
    "fr, 4, à l’instant",
    "fr, 5, il y a 5 min",
    "fr, 59, il y a 55 min",
    "fr, 60, il y a 1 h",
    "fr, 1439, il y a 23 h",
    "en, 60, 1 hour ago",
    "en, 180, 3 hours ago",
    "en, 9, 5 minutes ago",
    "ar, 2, الآن",
    "ar, 10, قبل 10 دقائق",
    "ar, 25, قبل 25 دقيقة",
    "ar, 60, قبل ساعة",
    "ar, 120, قبل ساعتين",
    "ar, 180, قبل 3 ساعات",
    "ar, 660, قبل 11 ساعة"
  })
  void tellsHowLongAgoInTheFormOfTheLanguage(String language, int minutes, String words) {
    world.poll(LE_360, article("a", "Titre").published("2025-11-14T12:00:00Z"));
    world.store.clock.set(Instant.parse("2025-11-14T12:00:00Z").plus(Duration.ofMinutes(minutes)));
    assertThat(world.get("/tags/maroc", "Accept-Language", language).body())
        .contains("<bdi>" + words + "</bdi></time>")
        .contains("<time datetime=\"2025-11-14T12:00:00Z\" lang=\"" + language + "\" title=\"");
  }

  @Test
  void isWrittenAnewWhenFiveMinutesHavePassed() {
    world.store.clock.set(Instant.parse("2025-11-14T12:00:00Z"));
    world.poll(LE_360, article("a", "Titre").published("2025-11-14T11:00:00Z"));
    var etag = header(world.get("/tags/maroc"), "etag");
    world.store.clock.advance(Duration.ofMinutes(4));
    assertThat(world.get("/tags/maroc", "If-None-Match", etag).statusCode()).isEqualTo(304);
    world.store.clock.advance(Duration.ofHours(1));
    assertThat(world.get("/tags/maroc", "If-None-Match", etag).body()).contains("il y a 2 h");
  }

  @Test
  void aDayHasItsArrivalsInTheTimeZoneOfThePages() {
    world.serve(TestSettings.of("pages.time-zone=Africa/Casablanca").pages());
    world.store.clock.set(Instant.parse("2025-11-14T22:30:00Z"));
    world.poll(LE_360, article("a", "Avant minuit").published("2025-11-14T22:00:00Z"));
    world.store.clock.set(Instant.parse("2025-11-14T23:30:00Z")); // 00:30 in Casablanca
    world.poll(LE_360, article("b", "Après minuit").published("2025-11-14T23:10:00Z"));
    assertThat(world.get("/tags/maroc").body())
        .contains(
            "href=\"../tags/maroc?day=2025-11-14\" aria-label=\"14 nov. 2025: 1\"",
            "href=\"../tags/maroc?day=2025-11-15\" aria-label=\"15 nov. 2025: 1\"");
    assertThat(world.get("/tags/maroc?day=2025-11-14").body())
        .contains("Avant minuit", "<h1><bdi>Maroc · 14 nov. 2025</bdi></h1>")
        .doesNotContain("Après minuit");
    assertThat(world.get("/tags/maroc?day=2025-11-15").body())
        .contains("Après minuit")
        .doesNotContain("Avant minuit");
  }

  /// Morocco leaves UTC+1 for the time of Ramadan, in 2026 from 15 February on.
  @Test
  void theDaysOfAChartFollowTheClockOfTheTimeZone() {
    world.serve(TestSettings.of("pages.time-zone=Africa/Casablanca").pages());
    for (var moment :
        List.of("2026-02-14T22:30:00Z", "2026-02-14T23:30:00Z", "2026-02-15T23:30:00Z")) {
      world.store.clock.set(Instant.parse(moment));
      world.poll(LE_360, article(moment.substring(0, 13), "Titre " + moment).published(moment));
    }
    assertThat(world.get("/tags/maroc").body())
        .contains("aria-label=\"14 févr. 2026: 1\"", "aria-label=\"15 févr. 2026: 2\"");
  }

  @Test
  void aDayIsPagedWithinItself() {
    world.poll(
        LE_360,
        IntStream.range(0, 40)
            .mapToObj(at ->
                article("n" + at, "Titre " + at)
                    .published("2025-11-%02dT10:%02d:00Z".formatted(at < 35 ? 13 : 12, at % 35)))
            .toArray(Article[]::new));
    var first = world.get("/tags/maroc?day=2025-11-13").body();
    var older = OLDER.matcher(first);
    assertThat(older.find()).isTrue();
    assertThat(older.group(1)).startsWith("tags/maroc?day=2025-11-13&amp;after=");
    var second = world.get("/" + older.group(1).replace("&amp;", "&")).body();
    assertThat(ENTRY.matcher(first).results().count()).isEqualTo(30);
    assertThat(ENTRY.matcher(second).results().count()).isEqualTo(5);
    assertThat(second).doesNotContain("<a rel=\"next\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-31, 400",
    "2025-1-1, 400",
    "gestern, 400",
    "'', 400",
    "2025-11-14T00:00, 400",
    "2099-01-01, 200",
    "0001-01-01, 200"
  })
  void refusesWhatIsNoDayAndHasNothingOnOneWithout(String day, int status) {
    world.poll(LE_360, article("a", "Titre"));
    var page = world.get("/tags/maroc?day=" + day);
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body())
        .contains(status == 200 ? "Aucun article ne correspond." : "?day=2026-11-27");
  }

  @Test
  void offersTheLanguagesAndSourcesOfItsEntries() {
    var akhbar = StoreWorld.source("https://akhbar.example/rss", "Maroc");
    world.store.sources.list(List.of(LE_360, akhbar));
    world.poll(LE_360, article("a", "Un").in("fr"), article("b", "Deux").in("fr-ma"));
    world.poll(akhbar, Article.of("https://akhbar.example/c", "Trois").in("ar").tags("Maroc"));
    assertThat(world.get("/tags/maroc").body())
        .containsSubsequence(
            "<a href=\"../tags/maroc\" aria-current=\"true\"><bdi>Toutes</bdi></a>",
            "<a href=\"../tags/maroc?lang=fr\"><bdi lang=\"fr\">Français</bdi>"
                + " <span class=\"count\">2</span></a>",
            "<a href=\"../tags/maroc?lang=ar\"><bdi lang=\"ar\">العربية</bdi>",
            "<a href=\"../tags/maroc?source=" + LE_360.id() + "\">");
    var arabic = world.get("/tags/maroc?lang=ar").body();
    assertThat(arabic)
        .contains(
            "<h1><bdi>Maroc · arabe</bdi></h1>",
            "<a href=\"../tags/maroc\"><bdi>Toutes</bdi></a>",
            "<a href=\"../tags/maroc?lang=ar\" aria-current=\"true\">",
            "Articles des 30 derniers jours : 1")
        .doesNotContain("source=" + LE_360.id());
  }

  @Test
  void offersTheTenFullestSourcesAtMost() {
    var sources =
        IntStream.range(0, 14)
            .mapToObj(at -> StoreWorld.source("https://n" + at + ".example/rss", "Maroc"))
            .toList();
    world.store.sources.list(sources);
    for (var source : sources)
      world.poll(source, Article.of(source.url() + "/a", "De " + source.url()).tags("Maroc"));
    var body = world.get("/tags/maroc").body();
    assertThat(body.split("\\?source=", -1)).hasSize(1 + 10);
  }

  @Test
  void namesOfSourcesLeadToTheirPages() {
    world.poll(LE_360, article("a", "Titre"));
    assertThat(world.get("/tags/maroc").body())
        .contains("<p class=\"about\"><a href=\"../sources/" + LE_360.id() + "\"><bdi>");
    assertThat(world.get("/sources/" + LE_360.id()).statusCode()).isEqualTo(200);
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
