package dev.seguia.scrape.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Person;
import dev.seguia.scrape.WebPage;
import dev.seguia.source.Selector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleReaderTest {
  private static final String FIRST =
      "<p>The mill on the hill has stood still for sixty years, and nobody in the village remembers its sound.</p>";
  private static final String SECOND =
      "<p>Now two brothers want to grind flour again, with the stones that their grandfather hid in the barn.</p>";

  @Test
  void readsAPageWhoseClassesEndInGeneratedSigns() {
    var article = read(fixture("generated-classes.html"));
    assertThat(article.title()).contains("Le port de Tarfaya rouvre après neuf mois de travaux");
    assertThat(article.authors()).extracting(Person::name).containsExactly("Salma Berrada");
    assertThat(article.published()).contains(Instant.parse("2025-04-20T10:06:00Z"));
    assertThat(article.site()).contains("Le Rivage");
    assertThat(article.language()).contains("fr");
    assertThat(article.image()).contains(URI.create("https://site.example/resizer/port.jpg"));
    assertThat(article.link())
        .contains(URI.create("https://rivage.example/economie/port-de-tarfaya_A1B2/"));
  }

  @Test
  void takesTheStandfirstTheTextAndItsHeadingsAndNothingElse() {
    assertThat(text(read(fixture("generated-classes.html"))))
        .startsWith("La nouvelle digue doit protéger")
        .contains("sont sortis avant l’aube", "Une criée couverte", "la fabrique de glace")
        .doesNotContain("Partager", "Lire aussi", "Recevez", "Sur le même sujet", "reproduction")
        .doesNotContain("Le port de Tarfaya rouvre", "Salma", "20/04/2025");
  }

  @Test
  void keepsTheMarkupOfTheText() {
    assertThat(html(read(fixture("graph.html")))).contains("<p", "<blockquote", "<table", "<th");
    assertThat(html(read(fixture("generated-classes.html")))).contains("<figure", "<img", "<h3");
  }

  @Test
  void readsArabic() {
    var article = read(fixture("arabic.html"));
    assertThat(article.title()).contains("مدرسة القرية تفتح مكتبة جديدة");
    assertThat(article.authors()).extracting(Person::name).containsExactly("ليلى المنصوري");
    assertThat(article.published()).contains(Instant.parse("2025-11-14T00:00:00Z"));
    assertThat(article.language()).contains("ar");
    assertThat(text(article))
        .contains("تضم ألفي كتاب", "في العطل أيضا", "لأطفالها")
        .doesNotContain("اقرأ أيضا", "الرئيسية");
  }

  @Test
  void readsWhatTheGraphSays() {
    var article = read(fixture("graph.html"));
    assertThat(article.title()).contains("River swimmers win their case");
    assertThat(article.authors())
        .extracting(Person::name)
        .containsExactly("Ann Holloway", "Piet de Vries");
    assertThat(article.published()).contains(Instant.parse("2024-06-01T07:30:00Z"));
    assertThat(article.modified()).contains(Instant.parse("2024-06-02T08:00:00Z"));
    assertThat(article.image()).contains(URI.create("https://ferry.example/swim.jpg"));
    assertThat(article.site()).contains("The Weekly Ferry");
    assertThat(article.categories()).containsExactly("Courts", "rivers", "Swimming");
  }

  @Test
  void leavesStructuredDataAloneWhereItIsSwitchedOff() {
    var article = new ArticleReader(false).read(page(fixture("graph.html")), Optional.empty());
    assertThat(article.authors()).isEmpty();
    assertThat(article.published()).isEmpty();
    assertThat(text(article)).contains("keep clear of the ferry");
  }

  @Test
  void readsAPageOfNothingButParagraphs() {
    var article = read(FIRST + SECOND);
    assertThat(article.title()).isEmpty();
    assertThat(article.published()).isEmpty();
    assertThat(text(article)).startsWith("The mill on the hill").endsWith("hid in the barn.");
  }

  @Test
  void findsTheTextWithoutParagraphs() {
    var lines = FIRST.replaceAll("</?p>", "") + "<br><br>" + SECOND.replaceAll("</?p>", "");
    assertThat(text(read("<div><ul><li><a href=/>Home</a></ul></div><div>" + lines + "</div>")))
        .startsWith("The mill")
        .endsWith("in the barn.");
  }

  @Test
  void takesTheTextFromWhereTheListOfSourcesSays() {
    var page = page("<main>" + FIRST + "</main><aside class=box>Only this.</aside>");
    var article = new ArticleReader().read(page, Optional.of(Selector.parse("aside.box")));
    assertThat(article.html()).contains("Only this.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xpath://aside",
        "xpath:.//main/following-sibling::*",
        "xpath:string(//aside)",
        "xpath://aside/text()"
      })
  void takesTheTextFromWhereAnExpressionSays(String selector) {
    var page = page("<main>" + FIRST + "</main><aside>Only this.</aside>");
    var article = new ArticleReader().read(page, Optional.of(Selector.parse(selector)));
    assertThat(text(article)).isEqualTo("Only this.");
  }

  @Test
  void takesTheTextFromAnAttribute() {
    var page = page("<main data-text='5 &lt; 6 &amp; 7'>" + FIRST + "</main>");
    var article = new ArticleReader().read(page, Optional.of(Selector.parse("main@data-text")));
    assertThat(text(article)).isEqualTo("5 < 6 & 7");
  }

  @Test
  void findsTheTextItselfWhereTheSelectorFindsNothing() {
    var article =
        new ArticleReader().read(page(FIRST + SECOND), Optional.of(Selector.parse(".gone")));
    assertThat(text(article)).contains("The mill", "in the barn");
  }

  @Test
  void takesTheTextForMachinesWhereThePageShowsATeaserOnly() {
    var whole = "The whole text goes on. ".repeat(60).strip();
    var data = "{'@type':'NewsArticle','headline':'H','articleBody':'%s'}".formatted(whole);
    var article = read("<main>" + FIRST + "</main>" + script(data));
    assertThat(text(article)).isEqualTo(whole);
  }

  @Test
  void takesTheTextThatAWallHides() {
    var whole = SECOND.repeat(12);
    var data =
        "{'@type':'NewsArticle','articleBody':'%s'}".formatted(Jsoup.parse(FIRST + whole).text());
    var article =
        read("<main>" + FIRST + "<div class=popup>" + whole + "</div></main>" + script(data));
    assertThat(text(article)).contains("The mill", "hid in the barn");
  }

  @Test
  void keepsTheTextOfATeaser() {
    var article = read("<main>" + FIRST + "<div class=paywall>Subscribe to read on.</div></main>");
    assertThat(text(article)).contains("nobody in the village");
  }

  @Test
  void leavesCommentsOutThoughTheyAreLonger() {
    var article =
        read(
            "<div class=post>"
                + (FIRST + SECOND).repeat(4)
                + "</div><div id=comments>"
                + "<p>I have never read such nonsense, and I have read a lot of it, believe me.</p>"
                    .repeat(40)
                + "</div>");
    assertThat(text(article)).contains("The mill").doesNotContain("nonsense");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Rain returns to the hills | Site # Rain returns to the hills",
        "Site: Rain returns to the hills # Rain returns to the hills",
        "Rain returns to the hills - News - Site # Rain returns to the hills - News",
        "Rain – and hail – return to the hills # Rain – and hail – return to the hills",
        "Rain &amp;amp; hail return to the hills | site.example # Rain & hail return to the hills"
      })
  void tellsTheTitleWithoutTheSite(String written, String title) {
    var page =
        "<meta property=og:site_name content=Site><meta property=og:title content=\"%s\">"
            .formatted(written);
    assertThat(read(page).title()).contains(title);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Rain returns to the hills -Site # Site # Rain returns to the hills",
        "Rain returns to the hills- Site # Site # Rain returns to the hills",
        "Rain returns to the hills > Site # Site # Rain returns to the hills",
        "Rain returns to the hills ~ Site # Site # Rain returns to the hills",
        "Site › Rain returns to the hills # Site # Rain returns to the hills",
        "雨水回到山区_山报 # 山报 # 雨水回到山区",
        "雨水回到山区--山报 # 山报 # 雨水回到山区",
        "비가 산으로 돌아왔다-산보 # 산보 # 비가 산으로 돌아왔다",
        "雨水回到山区_山报 # 河报 # 雨水回到山区_山报",
        "Rain-returns to the hills # Rain # Rain-returns to the hills",
        "Rain_returns to the hills # Rain # Rain_returns to the hills"
      })
  void tellsTheTitleWithoutTheSiteBehindAnySeparator(String written, String site, String title) {
    var page =
        "<meta property=og:site_name content=%s><meta property=og:title content=\"%s\">"
            .formatted(site, written);
    assertThat(read(page).title()).contains(title);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Rain returns to the hills-News|Site # Rain returns to the hills # Rain returns to the hills",
        "Rain returns to the hills, and hail-News # Rain returns to the hills # Rain returns to the hills, and hail-News",
        "Rain returns: what it means for all of us # Rain returns # Rain returns: what it means for all of us",
        "Rain-soaked hills # Rain # Rain-soaked hills"
      })
  void aHeadlineForMachinesTellsWhatIsBehindIt(String written, String headline, String title) {
    var page =
        "<meta property=og:title content=\"%s\"><meta name=headline content=\"%s\">"
            .formatted(written, headline);
    assertThat(read(page).title()).contains(title);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Geschichte - Chor St. Ulm # <h1>Chorgeschichte</h1> # Chorgeschichte",
        "Chor Ulm - Ausbildung # <h2>Termine</h2><h2>Unsere Ausbildung</h2> # Unsere Ausbildung",
        "Chor Ulm - Ausbildung # <h1>Termine</h1> # Chor Ulm - Ausbildung",
        "Rain returns - and hail # <h1>Where rain returns</h1> # Rain returns - and hail"
      })
  void aHeadingSaysMoreThanTheTitle(String title, String headings, String expected) {
    var location = URI.create("https://chor-st-ulm.example/x");
    var html = "<title>" + title + "</title>" + headings + FIRST;
    assertThat(readAt(location, html).title()).contains(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Rain returns to the hills | Weather # Rain returns to the hills",
        "Rain returns to the hills - Jane Doe - Site # Rain returns to the hills",
        "Rain returns to the hills | Site | 19.01.2020 # Rain returns to the hills",
        "Rain returns to the hills : Home : Site # Rain returns to the hills",
        "عودة المطر إلى التلال | الرئيسية # عودة المطر إلى التلال",
        "Rain returns to the hills - hills.org # Rain returns to the hills",
        "Rain returns to the hills — Site World News # Rain returns to the hills",
        "Rain returns to the hills - the site where it fell # Rain returns to the hills - the site where it fell",
        "Rain returns to the hills | Sports # Rain returns to the hills | Sports",
        "Weather: rain returns to the hills # Weather: rain returns to the hills"
      })
  void tellsTheTitleWithoutSectionAuthorAndDay(String written, String title) {
    var location = URI.create("https://www.site.example/x");
    var html =
        ("<meta property=og:title content=\"%s\"><meta name=author content='Jane Doe'>"
                + "<meta property=article:section content=Weather>")
            .formatted(written);
    assertThat(readAt(location, html).title()).contains(title);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Rain hills facts # <h1>What we know about the rain</h1> # What we know about the rain # What we know about the rain",
        "Rain hills facts # <h1>What we know about the rain</h1> # Something else altogether # Rain hills facts",
        "Rain hills facts # <h1>Rain hills facts</h1><h1>What we know about the rain</h1> # What we know about the rain # Rain hills facts"
      })
  void aTitleForSearchEnginesGoesBehindHeadingAndHeadline(
      String title, String headings, String headline, String expected) {
    var data = "{'@type':'NewsArticle','headline':'%s'}".formatted(headline);
    var page =
        "<title>%s | Site</title><meta property=og:title content='%s'>".formatted(title, title);
    assertThat(read(page + headings + FIRST + script(data)).title()).contains(expected);
  }

  @Test
  void aTitleForNetworksOfItsOwnGoesFirst() {
    var data = script("{'@type':'NewsArticle','headline':'What we know about the rain'}");
    var page =
        "<title>What we know about the rain</title><meta property=og:title content='Rain again'>";
    assertThat(read(page + "<h1>What we know about the rain</h1>" + data).title())
        .contains("Rain again");
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '%',
      value = {
        "The mill's end - Site # The mill's end - Site # The mill’s end # The mill’s end",
        "The mill - a review - Site # The mill - a review - Site # The mill – a review # The mill – a review",
        "The mill's end # The mill's end - Site # The mill’s end # The mill's end",
        "The mill's end - Site # The mill's end | Site # The mill’s end # The mill's end",
        "The mill's end - Site # The mill's end - Site # THE MILL’S END # The mill's end",
        "The mill: an end - Site # The mill: an end - Site # The mill an end # The mill: an end",
        "The mill's end - Site # The mill's end - Site # Another mill’s end # The mill's end"
      })
  void aTitleThatATemplateMadeIsSpeltAsTheHeading(
      String openGraph, String title, String heading, String expected) {
    var page =
        "<meta property=og:site_name content=Site><title>%s</title><meta property=og:title content=\"%s\">"
            .formatted(title, openGraph);
    assertThat(read(page + "<h1>" + heading + "</h1>" + FIRST).title()).contains(expected);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Hail at last?: Rain returns # Site | News: Rain returns # Rain returns # Rain returns",
        "Hail at last?: Rain returns # Rain returns to the hills | Site # Rain returns # Hail at last?: Rain returns",
        "Hail at last?: Rain returns # Hail at last?: Rain returns | Site # Rain returns # Hail at last?: Rain returns",
        "Hail at last?: Rain returns # Site | News: Rain returns # Rain # Hail at last?: Rain returns",
        "Hail at last?: Rain # Site | News: Rain # Rain # Hail at last?: Rain"
      })
  void nameAndTitleTellALabelFromTheHeadline(
      String openGraph, String title, String name, String expected) {
    var page = "<title>%s</title><meta property=og:title content='%s'>".formatted(title, openGraph);
    var data = script("{'@type':'Review','name':'%s'}".formatted(name));
    assertThat(read(page + FIRST + data).title()).contains(expected);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '#',
      value = {
        "Rain in the hills: What we know | Site # <span>Rain in the hills</span> <span>What we know</span> # Rain in the hills: What we know",
        "Rain in the hills: What we know | Site # Rain in the hills – What we know # Rain in the hills – What we know",
        "Rain returns to the hills # Rain returns to the hills, and hail # Rain returns to the hills, and hail",
        "Rain returns to the hills # Rain returns to the hills By Jane Doe # Rain returns to the hills",
        "Rain returns to the hills # Rain returns to the hillside: more # Rain returns to the hills",
        "Rain returns # Rain returns, and hail # Rain returns"
      })
  void takesTheFullerOfTitleAndHeading(String title, String heading, String expected) {
    var page = "<title>%s</title><h1>%s</h1>".formatted(title, heading);
    var site = "<meta property=og:site_name content=Site>";
    assertThat(read(site + page + FIRST).title()).contains(expected);
  }

  @Test
  void aTitleOfTooManyPartsStaysAsItIs() {
    var title = "Rain" + " - hail".repeat(20) + " - Site";
    var site = "<meta property=og:site_name content=Site>";
    assertThat(read(site + "<meta property=og:title content='" + title + "'>").title())
        .contains(title);
  }

  @Test
  void mendsATitleThatIsCutOff() {
    var page = "<meta property=og:title content='What we know about...'>";
    assertThat(read(page + "<h1>What we know about the rain</h1>" + FIRST).title())
        .contains("What we know about the rain");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<p>Read more: the mill last year</p>",
        "<p>Lire aussi : le moulin</p>",
        "<div>Lesen Sie auch: die Mühle</div>",
        "<p>اقرأ أيضا: الطاحونة</p>",
        "<p>Follow the mill on Facebook and Twitter.</p>",
        "<p>Suivez-nous sur les réseaux sociaux !</p>",
        "<div>Advert</div>",
        "<h3>You may also like:</h3>",
        "<h2>27 commentaires</h2>",
        "<div>Comments (3)</div>",
        "<p>Filed under: Mills</p>",
        "<div>Permalink https://mill.example/1</div>",
        "<p>© 2025 The Mill. All rights reserved.</p>",
        "<p>Tous droits réservés.</p>",
        "<div>Feb 14, 2016 10:47 AM EST</div>",
        "<div>Publié le 2 mars 2025 à 10h05</div>",
        "<p>Crédit photo : Mill</p>",
        "<p>Auteur : Jean Moulin</p>",
        "<h3>Comments</h3><p>I have never read such nonsense.</p>",
        "<div class=lire-aussi>Le moulin de la colline, un an après</div>",
        "<div id=right><p>Phone the mill, at any time of the day.</p></div>",
        "<div class='col right'><p>Phone the mill, at any time.</p></div>"
      })
  void leavesOutLinesOfTheSite(String line) {
    var article = "<h1>The mill</h1><main>" + (FIRST + SECOND).repeat(3) + "%s</main>";
    assertThat(text(read(article.formatted(line)))).isEqualTo(text(read(article.formatted(""))));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<p>14 February 2016</p>",
        "<p>Shares of the mill fell by a third.</p>",
        "<p>Related to that, the mill had debts.</p>",
        "<h3>More than a mill</h3>",
        "<p>Copyrights were never asked for.</p>",
        "<p>Advertisements filled the walls.</p>"
      })
  void keepsLinesThatOnlyBeginLikeThem(String line) {
    var words = Jsoup.parse(line).text();
    assertThat(text(read("<main>" + FIRST + line + SECOND + "</main>"))).contains(words);
  }

  @Test
  void leavesOutASidebarThatSaysAboutAsMuchAsTheArticle() {
    var teasers = "<p>Another story altogether, of which this is the first sentence.</p>".repeat(9);
    var page = "<div><h1>The mill</h1>" + (FIRST + SECOND).repeat(3) + "</div>";
    var article = read(page + "<div class=sidebar_1>" + teasers + "</div>");
    assertThat(text(article)).contains("The mill").doesNotContain("Another story");
  }

  @Test
  void aLibrarysTitleGoesBeforeThatForNetworks() {
    var page =
        "<meta property=og:title content='Rain again!'><meta name=DC.title content='Rain returns'>";
    assertThat(read(page).title()).contains("Rain returns");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "<time datetime='2025-03-02T10:00:00+01:00'>2 mars</time> # 2025-03-02T09:00:00Z",
        "<span class=post-date>Publié le 2 mars 2025 à 10h05, mis à jour le 4 mars 2025</span> # 2025-03-02T10:05:00Z",
        "<div class=articleDate>March 2, 2025</div> # 2025-03-02T00:00:00Z",
        "<meta name=DC.date.issued content=2025-03-02> # 2025-03-02T00:00:00Z",
        "<meta name=cXenseParse:publishtime content=2025-03-02T10:00:00Z> # 2025-03-02T10:00:00Z",
        "<div itemtype=http://schema.org/Article><div class=footer><time>2 mars 2025</time></div></div> # 2025-03-02T00:00:00Z",
        "<article><footer><time datetime=2025-03-02></footer></article><footer><time datetime=2025-03-03></footer> # 2025-03-02T00:00:00Z",
        "<aside class=meta><time datetime=2025-03-02></aside><meta name=date content=2025-03-03> # 2025-03-02T00:00:00Z",
        "<aside><time datetime=2025-03-03></aside><p><span data-date='02-03-2025 20:02'>an hour ago</span> # 2025-03-02T20:02:00Z",
        "<meta name=parsely-pub-date content=2025-03-02T10:00:00Z> # 2025-03-02T10:00:00Z",
        "<div itemscope itemtype=https://schema.org/Article><meta itemprop=datePublished content=2025-03-02></div> # 2025-03-02T00:00:00Z"
      })
  void tellsTheDate(String markup, Instant date) {
    assertThat(read("<h1>Rain returns</h1>" + markup + FIRST).published()).contains(date);
  }

  @Test
  void datesOfTheArticlesBesideItAreNotItsOwn() {
    var others =
        "<article><h2>Other</h2><footer><time datetime=2025-03-03></footer></article>"
            + "<article><h2>Other</h2><time datetime=2025-03-04></article>";
    var own = "<article><h1>Rain returns</h1>%s<p>On 2 March 2025</article>".formatted(FIRST);
    assertThat(read(others + own + others).published())
        .contains(Instant.parse("2025-03-02T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "<time datetime='2025-03-02T10:00:00+01:00'>2 mars</time> # 2025-03-02T09:00:00Z",
        "<time datetime='2025-05-02T10:00:00'>2 mai</time> # 2025-05-02T09:00:00Z",
        "<span class=post-date>Publié le 2 mai 2025 à 10h05</span> # 2025-05-02T09:05:00Z",
        "<span class=post-date>Publié le 20 mars 2025 à 10h05</span> # 2025-03-20T10:05:00Z",
        "<meta name=parsely-pub-date content=2025-05-02T10:00:00Z> # 2025-05-02T10:00:00Z",
      })
  void datesWithoutAZoneAreInThatOfTheSource(String markup, Instant date) {
    var page = page("<h1>Rain returns</h1>" + markup + FIRST);
    var article = new ArticleReader().read(page, Optional.empty(), ZoneId.of("Africa/Casablanca"));
    assertThat(article.published()).contains(date);
  }

  @Test
  void tellsTheDateByTheAddress() {
    var location = URI.create("https://site.example/2025/03/02/rain.html");
    assertThat(readAt(location, FIRST).published()).contains(Instant.parse("2025-03-02T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "<a rel=author href=/a>Nadia Alami</a> # Nadia Alami",
        "<p class=byline>By Nadia Alami and Jo Byrne</p> # Nadia Alami;Jo Byrne",
        "<span class=article__author>Par Nadia Alami</span> # Nadia Alami",
        "<meta name=author content='Nadia Alami, Jo Byrne'> # Nadia Alami;Jo Byrne",
        "<meta name=author content=Site><a href=/author/na>Nadia Alami</a> # Nadia Alami",
        "<meta name=author content='Salt & Bread'> # Salt & Bread"
      })
  void tellsTheAuthors(String markup, String names) {
    var page = "<meta property=og:site_name content=Site><h1>Rain returns</h1>";
    assertThat(read(page + markup + FIRST).authors())
        .extracting(Person::name)
        .containsExactly(names.split(";"));
  }

  @Test
  @Timeout(20)
  void survivesTwentyThousandNestedElements() {
    var article = read("<div class=a itemscope itemprop=author>".repeat(20_000) + FIRST);
    assertThat(text(article)).contains("The mill on the hill");
  }

  @Test
  @Timeout(20)
  void survivesAHundredThousandPiecesOfClutter() {
    var article =
        read(FIRST + "<p hidden>x<span class=author>y</span></p>".repeat(100_000) + SECOND);
    assertThat(text(article)).startsWith("The mill").endsWith("in the barn.");
  }

  @Test
  @Timeout(20)
  void boundsTheSearchForALineAmongElementsWithoutWords() {
    var article = read("<div class='date byline'>".repeat(400) + "<br>".repeat(200_000) + FIRST);
    assertThat(article.published()).isEmpty();
  }

  @Test
  @Timeout(20)
  void boundsATextOfFiveMillionSigns() {
    var article = read("<main>" + (FIRST + SECOND).repeat(27_000) + "</main>");
    assertThat(html(article).length()).isBetween(500_000, 1_000_000);
  }

  @Test
  void readsThePageThoughItsStructuredDataIsBroken() {
    var article =
        read(
            script("{'@type':'NewsArticle','headline':'Told before the break','author':{'name':")
                + script("[[[[{{{ nonsense")
                + FIRST);
    assertThat(article.title()).contains("Told before the break");
    assertThat(text(article)).contains("The mill");
  }

  private static String script(String json) {
    return "<script type=application/ld+json>" + json.replace('\'', '"') + "</script>";
  }

  private static Article readAt(URI location, String html) {
    var page = new WebPage(location, Jsoup.parse(html, location.toString()));
    return new ArticleReader().read(page, Optional.empty());
  }

  private static Article read(String html) {
    return new ArticleReader().read(page(html), Optional.empty());
  }

  private static WebPage page(String html) {
    return WebPage.of(
        URI.create("https://site.example/rain"),
        Optional.of("text/html; charset=utf-8"),
        html.getBytes(StandardCharsets.UTF_8));
  }

  private static String html(Article article) {
    return article.html().orElse("");
  }

  private static String text(Article article) {
    return Jsoup.parse(html(article)).text();
  }

  private static String fixture(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/pages/articles").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
