package dev.seguia.scrape.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Text;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.listing.ListResult.Listed;
import dev.seguia.scrape.listing.ListResult.NothingListed;
import dev.seguia.source.ScrapeSettings;
import dev.seguia.source.Selector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListReaderTest {
  private static final URI LOCATION = URI.create("https://www.example.org/section/");
  private static final Instant NOW = Instant.parse("2025-11-15T12:30:45Z");
  private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
  private static final ScrapeSettings GUESSED = ScrapeSettings.none();

  @Test
  void guessesASectionInFrench() {
    var feed = listed(page("section-fr.html"), GUESSED).feed();
    assertThat(feed.entries())
        .extracting(entry -> entry.title().value(), entry -> entry.published().orElseThrow())
        .containsExactly(
            tuple(
                "Le gouvernement présente son plan pour l’eau potable",
                Instant.parse("2025-04-20T10:06:00Z")),
            tuple(
                "Parlement: la loi de finances adoptée en seconde lecture",
                Instant.parse("2025-04-19T23:40:00Z")),
            tuple(
                "Diplomatie: une visite officielle en juin",
                Instant.parse("2025-04-18T08:15:00Z")));
    var first = feed.entries().getFirst();
    assertThat(first.link())
        .contains(
            "https://www.example.org/politique/le-gouvernement-presente-son-plan-pour-l-eau-potable_ABCDEF2GHIJ3KLMNOP4QRS5TUV/");
    assertThat(first.image()).contains("https://www.example.org/img/eau.jpg?w=400");
    assertThat(first.summary().kind()).isEqualTo(Text.Kind.HTML);
    assertThat(first.summary().value()).startsWith("Le plan prévoit trois nouveaux barrages");
    assertThat(first.id()).isEmpty();
  }

  @Test
  void thePageIsTheHeaderOfTheFeed() {
    var header = listed(page("section-fr.html"), GUESSED).feed().header();
    assertThat(header.format()).isEqualTo("page");
    assertThat(header.title()).isEqualTo(Text.plain("Politique - Le Courrier du Sud"));
    assertThat(header.description()).isEqualTo(Text.plain("L'actualité politique du royaume"));
    assertThat(header.link()).contains(LOCATION.toString());
    assertThat(header.language()).contains("fr");
    assertThat(header.image()).contains("https://www.example.org/images/logo.png");
  }

  @Test
  void guessesAPageInArabicWhoseLinksHaveNoText() {
    var entries = listed(page("section-ar.html"), GUESSED).feed().entries();
    assertThat(entries)
        .extracting(entry -> entry.title().value(), entry -> entry.published().orElseThrow())
        .containsExactly(
            tuple("الحكومة تصادق على مشروع قانون جديد", Instant.parse("2025-11-15T10:30:00Z")),
            tuple("المنتخب الوطني يفوز في مباراته الأولى", Instant.parse("2025-11-14T18:30:00Z")),
            tuple("الأمطار تعود إلى الشمال", Instant.parse("2025-11-14T10:06:00Z")));
    assertThat(entries.getFirst().image()).contains("https://www.example.org/files/a.jpg");
  }

  @Test
  void guessesTheRowsOfATable() {
    var entries = listed(page("table.html"), GUESSED).feed().entries();
    assertThat(entries)
        .extracting(entry -> entry.link().orElseThrow(), entry -> entry.published().orElseThrow())
        .containsExactly(
            tuple(
                "https://www.example.org/section/notices.php?id=812",
                Instant.parse("2025-11-14T00:00:00Z")),
            tuple(
                "https://www.example.org/section/notices.php?id=811",
                Instant.parse("2025-11-03T00:00:00Z")),
            tuple(
                "https://www.example.org/section/notices.php?id=809",
                Instant.parse("2025-10-28T00:00:00Z")),
            tuple(
                "https://www.example.org/section/notices.php?id=808",
                Instant.parse("2025-10-11T00:00:00Z")));
  }

  @Test
  void guessesCardsWithGeneratedClassNames() {
    var entries = listed(page("cards.html"), GUESSED).feed().entries();
    assertThat(entries)
        .extracting(entry -> entry.title().value(), entry -> entry.published().orElseThrow())
        .containsExactly(
            tuple(
                "The old bridge will be closed to lorries from Monday",
                Instant.parse("2025-11-15T10:30:00Z")),
            tuple(
                "Storm takes the roof of a primary school", Instant.parse("2025-11-15T07:30:00Z")),
            tuple(
                "The mayor will not run for a third term next spring",
                Instant.parse("2025-11-14T00:00:00Z")),
            tuple(
                "The best harvest of olives for a decade", Instant.parse("2025-11-12T00:00:00Z")));
    assertThat(entries.getFirst().image()).contains("https://www.example.org/pics/bridge.webp");
  }

  @Test
  void readsDatesInWords() {
    assertThat(listed(page("dates-in-words.html"), GUESSED).feed().entries())
        .extracting(entry -> entry.published().orElseThrow())
        .containsExactly(
            Instant.parse("2025-11-15T12:25:00Z"),
            Instant.parse("2025-11-14T18:30:00Z"),
            Instant.parse("2025-11-14T00:00:00Z"),
            Instant.parse("2025-11-02T09:05:00Z"));
  }

  @Test
  void aNavigationLongerThanTheListIsNotTheList() {
    assertThat(listed(page("long-navigation.html"), GUESSED).feed().entries())
        .extracting(entry -> entry.link().orElseThrow())
        .hasSize(5)
        .allMatch(link -> link.startsWith("https://www.example.org/local/"));
  }

  @Test
  void takesWhatIsNamedForProgramsWhereThereAreNoLinks() {
    assertThat(listed(page("items-for-programs.html"), GUESSED).feed().entries())
        .extracting(
            entry -> entry.link().orElseThrow(),
            entry -> entry.title().value(),
            RawEntry::published,
            RawEntry::image)
        .containsExactly(
            tuple(
                "https://www.example.org/a/1",
                "One",
                Optional.of(Instant.parse("2025-11-14T09:00:00Z")),
                Optional.of("https://www.example.org/1.jpg")),
            tuple("https://example.org/a/2", "Two", Optional.empty(), Optional.empty()));
  }

  @Test
  void linksToOtherSitesAreTheListWhereMostAre() {
    var links = new StringBuilder();
    for (var i = 0; i < 5; i++)
      links.append(
          "<li><h3><a href='https://site%d.example.net/a/%d'>What the others wrote of it, part %d</a></h3>"
              .formatted(i, i, i));
    assertThat(
            listed(html("<ul>" + links + "</ul><a href='/about'>About</a>"), GUESSED)
                .feed()
                .entries())
        .hasSize(5);
  }

  @Test
  void aShortAddressCountsBesideLongOnesOfTheSamePlace() {
    var page =
        html(
            article("/town/the-bridge-stays-closed-until-may", "The bridge stays closed until May")
                + article("/town/the-school-gets-a-new-roof", "The school gets a new roof")
                + article("/town/the-fair-is-moved-to-june", "The fair is moved to June")
                + article("/town/rain", "Rain from Sunday on, and no end")
                + article("/magazine", "Our magazine for the whole family"));
    assertThat(listed(page, GUESSED).feed().entries())
        .extracting(entry -> entry.link().orElseThrow())
        .hasSize(4)
        .contains("https://www.example.org/town/rain");
  }

  private static String article(String link, String title) {
    return "<article><h2><a href='%s'>%s</a></h2></article>".formatted(link, title);
  }

  @Test
  void whatStandsAboveAHeadlineIsSetApart() {
    var page =
        html("<li><a href='/1'><h3><span>Weather</span><span>Rain from Sunday on</span></h3></a>");
    assertThat(listed(page, item("li")).feed().entries())
        .extracting(entry -> entry.title().value())
        .containsExactly("Weather Rain from Sunday on");
  }

  @Test
  void aDateInATitleIsNotTheDateOfTheEntry() {
    var page =
        html(
            "<li><a href='/1'><h3>What we read on 12 November 2025</h3></a> <i>yesterday</i>"
                + "<li><a href='/2'><h3>What we read on 13 November 2025</h3></a>");
    assertThat(listed(page, item("li")).feed().entries())
        .extracting(RawEntry::published)
        .containsExactly(Optional.of(Instant.parse("2025-11-14T00:00:00Z")), Optional.empty());
  }

  @Test
  void selectorsSayWhatCounts() {
    var settings =
        new ScrapeSettings(
            selector("article"),
            selector("p.chapo"),
            selector("h2 a"),
            selector(".date"),
            selector("p"),
            selector("img@data-src"),
            Optional.of("'Le' dd/MM/yyyy 'à' HH'h'mm"),
            CASABLANCA,
            1);
    var entry = listed(page("section-fr.html"), settings).feed().entries().getFirst();
    assertThat(entry.title().value()).startsWith("Le plan prévoit");
    assertThat(entry.content().value()).startsWith("Le plan prévoit");
    assertThat(entry.summary().isBlank()).isTrue();
    assertThat(entry.published()).contains(Instant.parse("2025-04-20T09:06:00Z"));
    assertThat(entry.image()).contains("https://www.example.org/img/eau.jpg?w=400");
  }

  @Test
  void whatSelectorsLeaveOutIsGuessedWithinTheItem() {
    var settings = item("article");
    assertThat(listed(page("section-fr.html"), settings).feed().entries())
        .usingRecursiveComparison()
        .isEqualTo(listed(page("section-fr.html"), GUESSED).feed().entries());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "div | <p>One</p> <p>Two</p>",
        "p | <p>One</p> <p>Two</p>",
        "div, p | <p>One</p> <p>Two</p>",
        "img | <img src=\"/i.png\">",
        "a@title | More <b>",
        "table | ''"
      })
  void theTextIsAllThatTheSelectorFinds(String css, String content) {
    var page =
        html("<li><a href='/1' title='More <b>'>A</a><img src='/i.png'><div><p>One<p>Two</div>");
    var none = Optional.<Selector>empty();
    var settings =
        new ScrapeSettings(
            selector("li"), none, none, none, selector(css), none, Optional.empty(), CASABLANCA, 1);
    var entry = listed(page, settings).feed().entries().getFirst();
    assertThat(entry.content().value().replace("\n", " ")).isEqualTo(content);
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "div → <p>One</p> <p>Two</p>",
        ".//p | div → <p>One</p> <p>Two</p>",
        "div/node() → <p>One</p> <p>Two</p>",
        "div/p[2]/text() → Two",
        "a/@title → More <b>",
        "concat(.//p[1], ' - ', .//p[2]) → One - Two",
        "table → ``",
        "string(table) → ``"
      })
  void theTextIsWhatAnExpressionFinds(String expression, String content) {
    var page =
        html("<li><a href='/1' title='More <b>'>A</a><img src='/i.png'><div><p>One<p>Two</div>");
    var none = Optional.<Selector>empty();
    var body = selector("xpath:" + expression);
    var settings =
        new ScrapeSettings(
            selector("li"), none, none, none, body, none, Optional.empty(), CASABLANCA, 1);
    var entry = listed(page, settings).feed().entries().getFirst();
    assertThat(entry.content().value().replace("\n", " ")).isEqualTo(content);
  }

  /// The examples are those of a page on which the parts of an entry are not inside it.
  @Test
  void expressionsFindWhatStandsAroundAnEntry() {
    var page =
        html(
            """
            <section title="14 November 2025"><h2>Water</h2>
            <ul><li data-id=7><b>Rain</b> <i>in the hills</i></li><li data-id=8><b>Wells</b></li></ul></section>
            <section title="13 November 2025"><h2>Bread</h2>
            <ul><li data-id=9 style="background: url(/b.png) no-repeat"><b>Flour</b></li></ul></section>
            """);
    var settings =
        new ScrapeSettings(
            selector("xpath://section//li"),
            selector("xpath:concat(preceding::h2[1], ': ', b, ' ', i)"),
            selector("xpath:concat('/story/', @data-id)"),
            selector("xpath:ancestor::section/@title"),
            selector("xpath:'None'"),
            selector("xpath:substring-before(substring-after(@style, 'url('), ')')"),
            Optional.of("d MMMM yyyy"),
            CASABLANCA,
            1);
    assertThat(listed(page, settings).feed().entries())
        .extracting(
            entry -> entry.title().value(),
            entry -> entry.link().orElseThrow(),
            entry -> entry.published().orElseThrow(),
            entry -> entry.image().orElse("none"))
        .containsExactly(
            tuple(
                "Water: Rain in the hills",
                "https://www.example.org/story/7",
                Instant.parse("2025-11-13T23:00:00Z"),
                "none"),
            tuple(
                "Water: Wells",
                "https://www.example.org/story/8",
                Instant.parse("2025-11-13T23:00:00Z"),
                "none"),
            tuple(
                "Bread: Flour",
                "https://www.example.org/story/9",
                Instant.parse("2025-11-12T23:00:00Z"),
                "https://www.example.org/b.png"));
  }

  @Test
  void aLinkIsLookedForInsideTheElementThatAnExpressionFinds() {
    var none = Optional.<Selector>empty();
    var settings =
        new ScrapeSettings(
            selector("xpath://h3"),
            none,
            selector("xpath:following-sibling::p[1]"),
            none,
            none,
            none,
            Optional.empty(),
            CASABLANCA,
            1);
    var page = html("<h3>One</h3><p><a href='/1'>Read</a></p><h3>Two</h3><p>Not yet</p>");
    var listed = listed(page, settings);
    assertThat(listed.feed().entries())
        .extracting(entry -> entry.link().orElseThrow())
        .containsExactly("https://www.example.org/1");
    assertThat(listed.warnings()).containsExactly("1 of 2 items have no link");
  }

  @Test
  void saysThatExpressionsAreTooMuchWork() {
    var page = html("<li><a href='/1'>One</a>".repeat(4_000));
    assertThat(read(page, item("xpath://*[count(//*[//a]) > 1]")))
        .isEqualTo(new NothingListed("the XPath expressions are too much work on this page"));
  }

  @Test
  void saysWhyThereIsNothing() {
    assertThat(read(page("section-fr.html"), item("div.story")))
        .isEqualTo(new NothingListed("select-item finds nothing: div.story"));
    assertThat(read(page("section-fr.html"), item("xpath://div[@id='story']")))
        .isEqualTo(new NothingListed("select-item finds nothing: xpath://div[@id='story']"));
    assertThat(read(page("section-fr.html"), item("h3")))
        .isEqualTo(new NothingListed("none of 1 items has a link"));
    assertThat(read(html("<p>Nothing yet</p>"), GUESSED))
        .isEqualTo(new NothingListed("no list of articles among 0 links: set select-item"));
  }

  @Test
  void warnsOfWhatDoesNotFit() {
    var settings =
        new ScrapeSettings(
            selector("li"),
            Optional.empty(),
            Optional.empty(),
            selector("b"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            CASABLANCA,
            1);
    var page =
        html(
            "<li><a href='/1'>One</a> <b>soon</b><li><a href='/2'>Two</a> <b>yesterday</b>"
                + "<li>no link<li><a href='/3'></a>");
    var listed = listed(page, settings);
    assertThat(listed.warnings())
        .containsExactly("1 of 4 items have no link", "1 of 3 items have no title");
    assertThat(listed.feed().unreadDates()).contains("dates not understood: 1 of 3, as in 'soon'");
  }

  @Test
  void aBrokenDateFormatIsSaid() {
    var none = Optional.<Selector>empty();
    var settings =
        new ScrapeSettings(
            selector("li"), none, none, none, none, none, Optional.of("{"), ZoneOffset.UTC, 1);
    assertThat(read(html("<li><a href='/1'>One</a>"), settings))
        .isInstanceOfSatisfying(
            NothingListed.class,
            nothing -> assertThat(nothing.reason()).startsWith("date-format: "));
  }

  @Test
  void addressesThatAreNoPagesOfTheWebAreNoLinks() {
    var page =
        html(
            "<li><a href='javascript:alert(1)'>A script that is as long as a title</a>"
                + "<li><a href='data:text/html,x'>Data that is as long as a title</a>"
                + "<li><a href='http://[x'>An address that is none at all</a>"
                + "<li><a href='/real-article-about-the-rain-1234567'>The one that is real</a>");
    assertThat(listed(page, item("li")).feed().entries())
        .extracting(entry -> entry.link().orElseThrow())
        .containsExactly("https://www.example.org/real-article-about-the-rain-1234567");
    assertThat(read(page, GUESSED)).isInstanceOf(NothingListed.class);
  }

  @Test
  void manyNestedElementsTakeNoLongTime() {
    var nested = "<div class='menu card'>".repeat(20_000);
    var links =
        "<h2><a href='/one-two-three-four-%d'>A title that is long enough</a></h2>".repeat(50);
    assertQuickly(html(nested + links.formatted(range(50))));
  }

  @Test
  void manyLinksTakeNoLongTimeAndAreNotAllTaken() {
    var links = new StringBuilder();
    for (var i = 0; i < 100_000; i++)
      links
          .append("<li><a href='/a-title-of-some-words-")
          .append(1_000_000 + i)
          .append("'>A title of some words that goes on</a>");
    var page = html("<ul>" + links + "</ul>");
    assertQuickly(page);
    assertThat(listed(page, GUESSED).feed().entries()).hasSize(2_000);
  }

  @Test
  void oneAddressWithManyAnchorsTakesNoLongTime() {
    assertQuickly(
        html("<a href='/a-title-of-some-words-1234567'>A title of some words</a>".repeat(50_000)));
  }

  private static Object[] range(int end) {
    return java.util.stream.IntStream.range(0, end).boxed().toArray();
  }

  private static void assertQuickly(WebPage page) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(page, GUESSED));
  }

  private static ScrapeSettings item(String css) {
    var none = Optional.<Selector>empty();
    return new ScrapeSettings(
        selector(css), none, none, none, none, none, Optional.empty(), ZoneOffset.UTC, 1);
  }

  private static Optional<Selector> selector(String text) {
    return Optional.of(Selector.parse(text));
  }

  private static ListResult read(WebPage page, ScrapeSettings settings) {
    return ListReader.read(page, settings, Optional.empty(), NOW);
  }

  private static Listed listed(WebPage page, ScrapeSettings settings) {
    var result = read(page, settings);
    assertThat(result).isInstanceOf(Listed.class);
    return (Listed) result;
  }

  private static WebPage html(String body) {
    return WebPage.of(LOCATION, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static WebPage page(String name) {
    try (var file = ListReaderTest.class.getResourceAsStream("/lists/" + name)) {
      return WebPage.of(
          LOCATION, Optional.empty(), Objects.requireNonNull(file, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
