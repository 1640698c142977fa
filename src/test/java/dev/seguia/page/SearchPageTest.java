package dev.seguia.page;

import static dev.seguia.page.PageWorld.header;
import static dev.seguia.page.PageWorld.q;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Audience.Reach;
import dev.seguia.query.QueryFault;
import dev.seguia.query.QueryResult;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page on which people search.
final class SearchPageTest {
  private static final Source LE_360 = StoreWorld.source("https://le360.example/rss", "Maroc");
  private static final Pattern ENTRY = Pattern.compile("<a href=\"(entries/[0-9a-f]{32})\">");
  private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]*)\">");

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
    return Article.of("https://le360.example/" + name, title);
  }

  @Test
  void listsWhatIsFoundWithItsSourceDateAndTeaser() {
    world.poll(
        LE_360,
        article("a", "Les élections au Maroc").summary("Le vote a lieu en septembre."),
        article("b", "Le Raja gagne la coupe"));
    var page = world.get("/search?" + q("election"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Articles trouvés : <strong>1</strong>",
            "<a href=\"" + world.page("https://le360.example/a").substring(1) + "\">",
            "Les <mark>élections</mark> au Maroc</a>",
            "<bdi>Title of https://le360.example/rss</bdi></a>",
            "<time datetime=\"2025-11-14T10:00:00Z\" lang=\"fr\"><bdi>vendredi 14 novembre 2025</bdi></time>",
            "Le vote a lieu en septembre.",
            "value=\"election\"")
        .doesNotContain("Raja");
  }

  @Test
  void leadsToTheFeedsOfTheSearch() {
    world.poll(LE_360, article("a", "Les élections au Maroc"));
    var page = world.get("/search?" + q("maroc AND \"les elections\"")).body();
    for (var format : List.of("atom", "rss", "json"))
      assertThat(page).contains("href=\"search." + format + "?q=maroc%20%22les%20elections%22\"");
    assertThat(page).contains("<link rel=\"alternate\" type=\"application/atom+xml\"");
  }

  @Test
  void offersToSubscribeToASearchAndToNothingElse() {
    world.poll(LE_360, article("a", "Les élections au Maroc"));
    assertThat(world.get("/search?" + q("maroc") + "&limit=9").body())
        .contains(
            "<summary class=\"button\">S’abonner</summary>",
            "value=\"https://seguia.example/search.atom?q=maroc&amp;limit=9\"");
    assertThat(world.get("/search").body()).doesNotContain("S’abonner");
  }

  @Test
  void showsThePartOfTheTextThatWasFound() {
    var before = "Un long début qui ne dit rien. ".repeat(20);
    world.poll(
        LE_360,
        article("a", "Titre").content("<p>" + before + "La <b>girafe</b> &amp; le zèbre</p>"));
    assertThat(world.get("/search?" + q("girafe")).body())
        .containsPattern("<p lang=\"fr\">… [^<]{20,60}La <mark>girafe</mark> &amp; le zèbre</p>");
  }

  @Test
  void pagesLeadThroughAllHitsOnce() {
    var articles =
        IntStream.range(0, 50).mapToObj(n -> article("n" + n, "Bulletin unique" + n + " du Maroc"));
    world.poll(LE_360, articles.toArray(Article[]::new));
    var seen = new ArrayList<String>();
    var path = "/search?" + q("bulletin");
    var pages = 0;
    while (!path.isEmpty()) {
      var page = world.get(path).body();
      ENTRY.matcher(page).results().forEach(entry -> seen.add(String.valueOf(entry.group(1))));
      var next = NEXT.matcher(page);
      path = next.find() ? "/" + String.valueOf(next.group(1)).replace("&amp;", "&") : "";
      pages++;
      world.store.clock.advance(Duration.ofHours(2));
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void showsTheBoxAndTheHelpWhereNothingIsAsked() {
    for (var path : List.of("/search", "/search?q=", "/search?q=%20", "/search?utm_source=y"))
      assertThat(world.get(path).body())
          .contains("<form class=\"search\" role=\"search\" action=\"search\">")
          .contains(
              "<details class=\"help\" open>",
              "maroc OR algérie",
              "href=\"search?q=maroc%20-sport\"")
          .doesNotContain("Articles trouvés");
  }

  @Test
  void everyExampleOfTheHelpIsUnderstood() {
    for (var example : SearchPage.Example.values())
      assertThat(world.get("/" + example.address()).statusCode()).isEqualTo(200);
  }

  @Test
  void explainsAMalformedQueryAndKeepsIt() {
    var page = world.get("/search?" + q("maroc \"coupe"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(header(page, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "cache-control")).isEqualTo("no-store");
    assertThat(header(page, "content-language")).isEqualTo("fr");
    assertThat(page.body())
        .containsSubsequence(
            "à partir du caractère 7",
            "Le guillemet au caractère 7 n’est jamais fermé",
            "value=\"maroc &#34;coupe\"");
  }

  @ParameterizedTest
  @EnumSource(QueryFault.class)
  void hasWordsForEveryFaultInAllLanguages(QueryFault fault) {
    for (var locale : Messages.LANGUAGES) {
      var said = new Messages(locale, ZoneOffset.UTC).say("query." + fault.key(), "QQ1", "QQ2");
      assertThat(said).doesNotContain("{").isNotBlank();
      var plain = new QueryResult.Malformed(fault, List.of("QQ1", "QQ2"), 1).what();
      for (var detail : List.of("QQ1", "QQ2"))
        assertThat(said.matches(".*\\b%s\\b.*".formatted(detail)))
            .as(locale + ": " + said)
            .isEqualTo(plain.matches(".*\\b%s\\b.*".formatted(detail)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.2", "3f800000.1.99999999999999999999.1"})
  void saysSoWhereAPlaceIsNone(String after) {
    var answer = world.get("/search?q=maroc&after=" + after);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("after is the position where a page of results begins");
  }

  @Test
  void leavesHostileTitlesAndQueriesWithoutPower() {
    world.poll(
        LE_360,
        article("a", "<script>alert(1)</script> l'\"évasion\" \u202egnp")
            .summary("Une évasion <img src=x onerror=alert(1)>"));
    var found = world.get("/search?" + q("évasion")).body();
    assertThat(found)
        .doesNotContain("<script>", "<img")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; l", "<mark>évasion</mark>");
    var query = "évasion \"><script>alert(1)</script> \u202e\" onfocus=x";
    assertThat(world.get("/search?" + q(query)).body())
        .doesNotContain("<script>")
        .contains("value=\"évasion &#34;>&lt;script>alert(1)&lt;/script> \u202e&#34; onfocus=x\"");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, fr, ltr, Articles trouvés",
    "ar, ar, rtl, عدد المقالات",
    "en-GB, en, ltr, Entries found",
    "de, fr, ltr, Articles trouvés"
  })
  void speaksTheLanguageOfTheVisitor(
      String accepted, String language, String direction, String words) {
    var page = world.get("/search?q=maroc", "Accept-Language", accepted);
    assertThat(page.body())
        .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">", words);
    assertThat(header(page, "content-language")).isEqualTo(language);
    assertThat(header(page, "vary")).isEqualTo("Accept-Encoding, Accept-Language");
  }

  @Test
  void isNotModifiedForThoseWhoHaveIt() {
    world.poll(LE_360, article("a", "Les élections au Maroc"));
    var path = "/search?q=maroc";
    var page = world.get(path);
    assertThat(world.get(path, "If-None-Match", header(page, "etag")).statusCode()).isEqualTo(304);
    assertThat(header(world.head(path), "etag")).isEqualTo(header(page, "etag"));
    assertThat(world.head(path).body()).isEmpty();
    assertThat(header(page, "content-security-policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; img-src 'self' https: http:; script-src 'self';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  }

  @Test
  void findsMutedEntriesAndNoDroppedOnes() {
    world.poll(
        LE_360,
        article("m", "Une élection en sourdine").reach(Reach.MUTED),
        article("x", "Une élection supprimée").reach(Reach.DROPPED));
    assertThat(world.get("/search?" + q("sourdine OR supprimée")).body())
        .contains("<mark>sourdine</mark>")
        .doesNotContain("Une élection <mark>supprimée");
  }

  @Test
  void theStartPageLeadsToIt() {
    assertThat(world.get("/").body())
        .contains("<form class=\"search\" role=\"search\" action=\"search\">");
  }
}
