package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.opml.Fault;
import dev.seguia.opml.Opml;
import dev.seguia.source.Source.Kind;
import dev.seguia.source.Source.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceListTest {
  @Test
  void everyFolderIsATag() {
    var list =
        list(
            """
            <outline text="Maroc">
              <outline title="Droits de l'Homme"><outline text="A" xmlUrl="http://a.ma/"/></outline>
              <outline text="***"><outline text="B" xmlUrl="http://b.ma/"/></outline>
            </outline>
            <outline text="C" xmlUrl="http://c.ma/"/>
            """);
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources())
        .extracting(SourceListTest::tags)
        .containsExactly("maroc droits-de-l-homme", "maroc", "");
    assertThat(list.sources().getFirst().tags().getLast().label()).isEqualTo("Droits de l'Homme");
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/Politique/Maroc,sport | politique maroc sport",
        "',, , tag1 , tag2 ,' | tag1 tag2",
        "news,sports,/news/sports | news sports",
        "المغرب، سياسة | المغرب سياسه"
      })
  void everyPartOfACategoryIsATag(String category, String tags) {
    var list =
        list(
            "<outline text='A' xmlUrl='http://a.ma/' category='"
                + category.replace("'", "")
                + "'/>");
    assertThat(tags(list.sources().getFirst())).isEqualTo(tags);
    assertThat(list.sources().getFirst().tags())
        .extracting(EntryTag::from)
        .containsOnly(Provenance.CATEGORY);
  }

  @Test
  void aSourceThatStandsInSeveralFoldersIsOneWithTheTagsOfAll() {
    var list =
        list(
            """
            <outline text="Maroc"><outline text="A" xmlUrl="http://a.ma/"/></outline>
            <outline text="Sport"><outline text="B" xmlUrl=" http://a.ma/ " category="maroc,foot"/></outline>
            """);
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources())
        .singleElement()
        .satisfies(source -> {
          assertThat(source.title()).isEqualTo("A");
          assertThat(tags(source)).isEqualTo("maroc sport foot");
        });
  }

  @Test
  void readsOurOwnAttributesByTheirNamespace() {
    var list =
        list(
            """
            <outline text="A" xmlUrl="http://a.ma/" xmlns:s="https://seguia.dev/opml" s:kind="sitemap"
              s:interval="15m" s:tags="Eau, Énergie" s:language="ar-ma" s:paused="true"
              s:weight="0.5" s:max-entries="3" language="fr"/>
            """);
    assertThat(list.errors()).isEmpty();
    assertThat(list.sources().getFirst().settings())
        .isEqualTo(
            new Settings(
                Optional.of(Kind.SITEMAP),
                Optional.of(Duration.ofMinutes(15)),
                Optional.of("ar-MA"),
                true,
                0.5,
                OptionalInt.of(3),
                false,
                false,
                false,
                ScrapeSettings.none()));
    assertThat(tags(list.sources().getFirst())).isEqualTo("eau energie");
  }

  @Test
  void leavesAttributesOfOthersAlone() {
    var list =
        list(
            "<outline text='A' xmlUrl='http://a.ma/' xmlns:seguia='urn:x' seguia:interval='soon'/>");
    assertThat(list.sources().getFirst().settings()).isEqualTo(Settings.defaults());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "seguia:intervall='15m' | did you mean seguia:interval?",
        "seguia:max_entries='3' | did you mean seguia:max-entries?",
        "seguia:kind='fed' | did you mean feed?",
        "seguia:interval='15' | correct it, or remove the attribute",
        "seguia:interval='0s' | correct it, or remove the attribute",
        "seguia:language='français' | correct it, or remove the attribute",
        "seguia:full-text='yes' | correct it, or remove the attribute",
        "seguia:paused='1' | correct it, or remove the attribute",
        "seguia:weight='0' | correct it, or remove the attribute",
        "seguia:weight='NaN' | correct it, or remove the attribute",
        "seguia:max-entries='-1' | correct it, or remove the attribute",
        "seguia:date-format='b{' | correct it, or remove the attribute",
        "seguia:select-item='' | correct it, or remove the attribute",
        "seguia:select-title='a[href' | correct it, or remove the attribute",
        "seguia:pages='0' | correct it, or remove the attribute",
        "seguia:pages='1000' | correct it, or remove the attribute"
      })
  void saysHowToMendAWrongAttributeAndTakesTheSourceWithoutIt(String attribute, String mend) {
    var list = list("\n\n<outline text='A' xmlUrl='http://a.ma/' " + attribute + "/>");
    assertThat(list.errors())
        .singleElement()
        .isEqualTo(Fault.error("a.opml", 3, list.errors().getFirst().what(), mend));
    assertThat(list.sources().getFirst().settings()).isEqualTo(Settings.defaults());
  }

  @Test
  void readsHowAPageIsRead() {
    var list =
        list(
            """
            <outline text="A" xmlUrl="http://a.ma/" seguia:kind="page" seguia:full-text="true"
              seguia:select-item="ul.news > li" seguia:select-title="h2" seguia:select-link="a@href"
              seguia:select-date="time@datetime" seguia:select-body="div.text"
              seguia:select-image="img@data-src" seguia:date-format="d MMMM yyyy"
              seguia:time-zone="Africa/Casablanca" seguia:pages="3"/>
            """);
    assertThat(list.errors()).isEmpty();
    var settings = list.sources().getFirst().settings();
    assertThat(settings.fullText()).isTrue();
    assertThat(settings.page())
        .isEqualTo(
            new ScrapeSettings(
                selector("ul.news > li"),
                selector("h2"),
                selector("a@href"),
                selector("time@datetime"),
                selector("div.text"),
                selector("img@data-src"),
                Optional.of("d MMMM yyyy"),
                ZoneId.of("Africa/Casablanca"),
                3));
  }

  @Test
  void readsWhatElseAFeedMayBe() {
    var list =
        list(
            """
            <outline text='A' xmlUrl='http://a.ma/' seguia:kind='sitemap'/>
            <outline text='B' xmlUrl='http://b.ma/' seguia:history='true'/>
            """);
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources().getFirst().settings().kind()).contains(Kind.SITEMAP);
    assertThat(list.sources().getLast().settings().history()).isTrue();
  }

  private static Optional<Selector> selector(String text) {
    return Optional.of(Selector.parse(text));
  }

  @Test
  void saysWhatIsWrongWithASelector() {
    assertThat(
            list("<outline text='A' xmlUrl='http://a.ma/' seguia:select-title='h2 >'/>").errors())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("seguia:select-title", "'h2 >'"));
    assertThat(
            list("<outline text='A' xmlUrl='http://a.ma/' seguia:select-item='xpath:foo()'/>")
                .errors())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.what())
                .isEqualTo(
                    "seguia:select-item must be a usable XPath expression (there is no function foo()), not 'xpath:foo()'"));
  }

  @Test
  void saysThatThePrefixStandsForAnotherNamespace() {
    var text =
        "<opml xmlns:seguia='http://seguia.dev/opml'><body><outline text='A' xmlUrl='http://a.ma/'/></body></opml>";
    var list = SourceList.of(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.errors())
        .singleElement()
        .satisfies(fault -> assertThat(fault.mend()).contains("https://"));
    assertThat(list.sources()).hasSize(1);
  }

  @Test
  void takesAnUndeclaredPrefixForOursWithAWarning() {
    var text =
        "<opml><body><outline text='A' xmlUrl='http://a.ma/' seguia:interval='1h'/></body></opml>";
    var list = SourceList.of(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.sources().getFirst().settings().interval()).contains(Duration.ofHours(1));
    assertThat(list.errors()).isEmpty();
    assertThat(list.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<outline text='B' xmlUrl='www.b.ma/feed'/>",
        "<outline text='B' xmlUrl=''/>",
        "<outline text='B' xmlUrl='ftp://b.ma/'/>",
        "<outline text='B' xmlUrl='https://'/>",
        "<outline text='B' xmlUrl='javascript:alert(1)'/>",
        "<outline text='B' xmlUrl='file:///etc/passwd'/>",
        "<outline text='B' xmlUrl='query:B:unread = &quot;yes&quot;'/>",
        "<outline text='B' xmlUrl='exec:/bin/true'/>",
        "<outline text='B' xmlUrl='filter:/bin/cat:http://b.ma/'/>",
        "<outline text='B' xmlUrl='gopher://b.ma/'/>",
        "<outline text='B' xmlUrl='newsletter:b@b.ma'/>",
        "<outline text='B' xmlUrl='mailto:b@b.ma'/>",
        "<outline text='B' type='rss' xmlUlr='http://b.ma/'/>",
        "<outline text='B' type='rss'/>"
      })
  void whatIsNoSourceIsNamedAndCostsNoOther(String faulty) {
    var list = list("\n" + faulty + "\n<outline text='A' xmlUrl='http://a.ma/'/>");
    assertThat(list.sources()).extracting(Source::title).containsExactly("A");
    assertThat(list.errors()).isEmpty();
    assertThat(list.warnings())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.what()).contains("B");
          assertThat(fault.line()).isEqualTo(2);
          assertThat(fault.mend()).contains("ignored");
        });
  }

  @Test
  void anOutlineWithOthersInItIsAFolderWhateverItsType() {
    var list =
        list("<outline text='Bike' type='rss'><outline text='A' xmlUrl='http://a.ma/'/></outline>");
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources().getFirst().tags())
        .extracting(EntryTag::label)
        .containsExactly("Bike");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed://a.ma/x", "feed:http://a.ma/x", "webfeed://a.ma/x", "rss://a.ma/x",
        "itpc://a.ma/x", "pcast://a.ma/x", "podcast://a.ma/x", "PCAST:http://a.ma/x"
      })
  void readsTheSchemesThatStartAFeedReader(String url) {
    var list = list("<outline text='A' xmlUrl='" + url + "'/>");
    assertThat(list.sources()).extracting(Source::url).containsExactly(URI.create("http://a.ma/x"));
    assertThat(list.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<opml><body><outline text='A' xmlUrl='http://a.ma/'/><outline text='B' xmlUrl='http://m",
        "<opml><body><outline text='A' xmlUrl='http://a.ma/'/>",
        "<opml><body><outline text='A' xmlUrl='http://a.ma/'/></body>",
        "<opml><head><title>cut",
        "<opml>",
        "<opml><head/></opml>",
        "<opml version='2.0'><outline text='A' xmlUrl='http://a.ma/'/></opml>"
      })
  void aListThatWasCutOrHasNoBodyIsAnError(String text) {
    var list = SourceList.of(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.errors()).hasSize(1);
  }

  @Property(tries = 200)
  void aListThatIsCutAnywhereIsAnError(@ForAll @IntRange(min = 1, max = 150) int length) {
    var whole =
        """
        <opml version='2.0'>
        <head><title>Mine &amp; yours</title></head>
        <body>
        <outline text='A' xmlUrl='http://a.ma/'/>
        </body>
        </opml>
        """;
    var cut = whole.substring(0, Math.min(length, whole.indexOf("</opml") + 5));
    var list = SourceList.of(Opml.read(cut.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.errors()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<body><outline text='A' xmlUrl='http://a.ma/'/></body>\n%s",
        "<head>\n%s</head><body><outline text='A' xmlUrl='http://a.ma/'/></body>",
        "<body><outline text='A' xmlUrl='http://a.ma/'/></body><folders>\n%s</folders>"
      })
  void outlinesOutsideTheBodyAreReadWithAWarning(String list) {
    var stray =
        "<outline text='Sport'><outline text='B' xmlUrl='http://b.ma/'/></outline>"
            + "<outline text='C' xmlUrl='http://c.ma/'/>";
    var read = read("<opml version='2.0'>" + list.formatted(stray) + "</opml>");
    assertThat(read.sources()).extracting(Source::title).containsExactly("A", "B", "C");
    assertThat(read.sources().get(1).tags()).extracting(EntryTag::label).containsExactly("Sport");
    assertThat(read.errors()).isEmpty();
    assertThat(read.warnings())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("outside <body>", ": 2,"));
  }

  @Test
  void tellsOnWhichLineTheFirstOutlineOutsideTheBodyStands() {
    var read =
        read("<opml><body/>\n\n<outline text='B' xmlUrl='http://b.ma/'/>\n<outline/></opml>");
    assertThat(read.warnings().getFirst().line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<outline/>",
        "<outline text='B' type='include' url='http://b.ma/b.opml'/>",
        "<outline text='B' type='link' url='http://b.ma/b.opml'/>",
        "<outline text='B' seguia:interval='1h'/>",
        "<outline text='B' xmlUrl='http://a.ma/' seguia:interval='1h'/><outline xmlUrl='http://a.ma/' seguia:interval='2h'/>"
      })
  void warnsOfWhatMayBeMeantOtherwise(String outline) {
    var list = list(outline);
    assertThat(list.errors()).isEmpty();
    assertThat(list.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<outline text='an empty folder'/>",
        "<outline text='a page' type='link' url='http://b.ma/'/>",
        "<outline isComment='true'><outline text='A' xmlUrl='not a url'/></outline>"
      })
  void saysNothingOfWhatIsNoSource(String outline) {
    var list = list(outline);
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "http://a.ma/feed | http://a.ma/feed",
        "http://a.ma | http://a.ma",
        "http://a.ma?x=a b^c | http://a.ma?x=a%20b%5Ec",
        "http://a.ma/سياسة?q=é | http://a.ma/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9?q=%C3%A9",
        "http://a.ma/100%/%41%zz | http://a.ma/100%25/%41%25zz",
        "http://a.ma/[x]{y}^`\\ | http://a.ma/%5Bx%5D%7By%7D%5E%60%5C",
        "http://موقع.ma/ | http://xn--4gbrim.ma/",
        "http://user:pass@a.ma:8080/ | http://user:pass@a.ma:8080/",
        "http://a.ma:/ | http://a.ma/",
        "http://[::1]:80/ | http://[::1]:80/",
        "HTTPS://A.ma/x#y | HTTPS://A.ma/x#y",
        "feed://a.ma/x | http://a.ma/x",
        "feed:https://a.ma/x | https://a.ma/x",
        "http://some_one.livejournal.com/rss | http://some_one.livejournal.com/rss"
      })
  void makesAddressesThatJavaTakes(String text, String expected) {
    assertThat(Address.of(text).orElseThrow()).hasToString(expected);
  }

  @Test
  void readsTheSchemeFeedAsHttpWithAWarning() {
    var list = list("<outline text='A' xmlUrl='feed://a.ma/x'/>");
    assertThat(list.sources().getFirst().url()).hasToString("http://a.ma/x");
    assertThat(list.warnings())
        .singleElement()
        .satisfies(fault -> assertThat(fault.mend()).isEqualTo("read as http://a.ma/x"));
  }

  @Test
  void theShippedListHasNoFault() {
    var list = SourceList.read(Path.of("feeds.opml"), _ -> WebLists.Holding.none());
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(list.sources())
        .extracting(source -> source.settings().language().orElse("").substring(0, 2))
        .contains("fr", "ar", "en");
  }

  private static String tags(Source source) {
    return source.tags().stream()
        .map(tag -> tag.tag().name())
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static SourceList list(String body) {
    var text =
        "<opml version='2.0' xmlns:seguia='https://seguia.dev/opml'><body>"
            + body
            + "</body></opml>";
    return read(text);
  }

  private static SourceList read(String text) {
    return SourceList.of(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
  }
}
