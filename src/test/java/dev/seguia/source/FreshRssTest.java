package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Opml;
import dev.seguia.opml.OpmlResult;
import dev.seguia.source.Source.Kind;
import dev.seguia.source.Source.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FreshRssTest {
  private static final String SCRAPED =
      """
      <outline text="A" type="HTML+XPath" xmlUrl="https://a.ma/news" f:xPathItem="//div[@class='n']"
      """;

  @Test
  void aScrapedPageBecomesOneOfOurs() {
    var list =
        list(
            SCRAPED
                + """
                f:xPathItemTitle="descendant::h2" f:xPathItemContent="." f:xPathItemUri="descendant::a/@href"
                f:xPathItemTimestamp="./time" f:xPathItemTimeFormat="d/m/Y" f:xPathItemUid="descendant::a/@href"
                f:xPathItemThumbnail="descendant::img/@src" f:xPathItemAuthor="" f:priority="main"/>
                """);
    assertThat(list.faults()).isEmpty();
    var settings = settings(list);
    assertThat(settings.kind()).contains(Kind.PAGE);
    assertThat(settings.page())
        .isEqualTo(
            new ScrapeSettings(
                selector("xpath://div[@class='n']"),
                selector("xpath:descendant::h2"),
                selector("xpath:descendant::a/@href"),
                selector("xpath:./time"),
                selector("xpath:."),
                selector("xpath:descendant::img/@src"),
                Optional.of("d/M/yyyy"),
                ZoneOffset.UTC,
                1));
  }

  @Test
  void theTextOfArticlesIsReadWhereItIsSaidToStand() {
    var list = list(feed("f:cssFullContent='article, .lead'"));
    assertThat(list.faults()).isEmpty();
    assertThat(settings(list).fullText()).isTrue();
    assertThat(settings(list).kind()).isEmpty();
    assertThat(settings(list).page().body()).isEqualTo(selector("article, .lead"));
  }

  @Test
  void theTextOfAPageGoesBeforeWhatIsListedOfIt() {
    var list = list(SCRAPED + "f:xPathItemContent='.' f:cssFullContent='article'/>");
    assertThat(list.faults()).isEmpty();
    assertThat(settings(list).page().body()).isEqualTo(selector("article"));
  }

  @ParameterizedTest(name = "{0} is every {1}, paused: {2}")
  @CsvSource({"7200, PT2H, false", "-900, PT15M, true", "0, , false", "often, , false"})
  void howOftenASourceIsReadIsKept(String ttl, String interval, boolean paused) {
    var settings = settings(list(feed("f:ttl='" + ttl + "'")));
    assertThat(settings.interval()).isEqualTo(Optional.ofNullable(interval).map(Duration::parse));
    assertThat(settings.paused()).isEqualTo(paused);
  }

  @Test
  void ourOwnAttributesGoBefore() {
    var list =
        list(
            SCRAPED
                + """
                f:xPathItemTitle="concat(h2, h3)" f:xPathItemUri=".//a/@href" f:cssFullContent="article"
                f:ttl="900" seguia:kind="feed" seguia:select-item="li" seguia:select-title="h3"
                seguia:full-text="false" seguia:interval="1h"/>
                """);
    assertThat(list.faults()).isEmpty();
    var settings = settings(list);
    assertThat(settings.kind()).contains(Kind.FEED);
    assertThat(settings.interval()).contains(Duration.ofHours(1));
    assertThat(settings.fullText()).isFalse();
    assertThat(settings.page().item()).isEqualTo(selector("li"));
    assertThat(settings.page().title()).isEqualTo(selector("h3"));
    assertThat(settings.page().link()).isEqualTo(selector("xpath:.//a/@href"));
    assertThat(settings.page().body()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "f:xPathItemTitle='upper-case(h2)' → since there is no function upper-case(): upper-case(h2) → it is detected automatically; or write seguia:select-title",
        "f:xPathItemTitle='svg:h2' → since there are no namespaces in a page → it is detected automatically; or write seguia:select-title",
        "f:xPathItemUri='1 + 1' → since its value is no address → it is detected automatically; or write seguia:select-link",
        "f:xPathItemThumbnail='count(img)' → since its value is no address → it is detected automatically; or write seguia:select-image",
        "f:xPathItemContent='p[' → since it is incomplete → it is detected automatically; or write seguia:select-body",
        "f:xPathItemTimeFormat='U' → frss:xPathItemTimeFormat cannot be converted to seguia:date-format → dates are parsed without it; or write seguia:date-format",
        "f:cssFullContent='article >' → not a valid CSS selector: article > → the text is detected automatically; or write seguia:select-body",
        "f:cssContentFilter='.ad' f:CURLOPT_COOKIE='a' f:xPathItemAuthor='.//b' → frss:cssContentFilter, frss:CURLOPT_COOKIE, frss:xPathItemAuthor → it is ignored: see \"Moving from FreshRSS\" in docs/sources.md"
      })
  void warnsOfWhatCannotBeSaid(String attributes, String what, String mend) {
    var list = list("\n" + SCRAPED + attributes + "/>");
    assertThat(list.errors()).isEmpty();
    assertThat(list.warnings())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.what()).contains(what);
          assertThat(fault.mend()).isEqualTo(mend);
          assertThat(fault.line()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//h2",
        "h2/text()",
        "concat(.//h2, ' ', .//h3)",
        "substring-after(.//p, ':')",
        "\"Anonymous\"",
        "ancestor::section/h1",
        "../@title",
        "preceding::h2[1]",
        "(.//a)[2]",
        "a[@x][3]"
      })
  void expressionsAreTakenAsWritten(String expression) {
    var written = escaped(expression);
    var list = list(SCRAPED + "f:xPathItemTitle='" + written + "'/>");
    assertThat(list.faults()).isEmpty();
    assertThat(settings(list).page().title()).isEqualTo(selector("xpath:" + expression));
  }

  @Test
  void withoutItemsThatCanBeFoundNothingIsLookedForInThem() {
    var list =
        list(
            "<outline type='HTML+XPath' xmlUrl='http://a.ma/' f:xPathItem='count(//div)'"
                + " f:xPathItemTitle='h2'/>");
    assertThat(list.warnings())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.mend())
                .isEqualTo("the list is detected automatically; or write seguia:select-item"));
    assertThat(settings(list).kind()).contains(Kind.PAGE);
    assertThat(settings(list).page()).isEqualTo(ScrapeSettings.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"XML+XPath", "JSON+XPath", "JSON+DotNotation", "HTML+XPath+JSON+DotNotation"})
  void warnsOfDocumentsThatAreNotTakenApart(String type) {
    var list =
        list(
            "<outline type='%s' xmlUrl='http://a.ma/' f:xPathItem='//item' f:jsonItem='a.b'/>"
                .formatted(type));
    assertThat(list.errors()).isEmpty();
    assertThat(list.warnings()).hasSize(1);
    assertThat(settings(list)).isEqualTo(Settings.defaults());
  }

  @Test
  void aJsonFeedIsOne() {
    var list = list("<outline type='JSONFeed' xmlUrl='http://a.ma/'/>");
    assertThat(list.faults()).isEmpty();
    assertThat(settings(list).kind()).contains(Kind.JSON);
  }

  @Test
  void attributesOfOthersAndOfFeedsAreLeftAlone() {
    assertThat(settings(list(feed("f:xPathItem='//li' f:unicityCriteria='link'"))))
        .isEqualTo(Settings.defaults());
    assertThat(settings(list(feed("xmlns:f='urn:x' f:cssFullContent='p'"))))
        .isEqualTo(Settings.defaults());
  }

  @Test
  void knowsThePrefixWhereNoOneDeclaredIt() {
    var text = "<opml><body>" + feed("frss:cssFullContent='article'") + "</body></opml>";
    var list = SourceList.of(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(settings(list).fullText()).isTrue();
  }

  @Test
  void whatIsNotOursIsWrittenAgain() {
    var text = opml(SCRAPED + "f:xPathItemAuthor='\"Anonymous\"'/>");
    assertThat(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"))
        .isInstanceOfSatisfying(
            OpmlResult.Read.class,
            read ->
                assertThat(Opml.write(read.document()))
                    .contains(
                        "xmlns:f=\"https://freshrss.org/opml\"",
                        "type=\"HTML+XPath\"",
                        "f:xPathItemAuthor=\"&quot;Anonymous&quot;\"")
                    .doesNotContain("seguia:kind"));
  }

  @Property(tries = 500, seed = "20251114")
  void anyExpressionsAreTakenOrWarnedOf(
      @ForAll String item, @ForAll String title, @ForAll String css) {
    var list =
        list(
            "<outline type='HTML+XPath' xmlUrl='http://a.ma/' f:xPathItem='%s' f:xPathItemTitle='%s' f:cssFullContent='%s'/>"
                .formatted(escaped(item), escaped(title), escaped(css)));
    assertThat(list.sources()).hasSize(1);
    assertThat(list.errors()).isEmpty();
  }

  private static String feed(String attributes) {
    return "<outline text='A' type='rss' xmlUrl='http://a.ma/' " + attributes + "/>";
  }

  private static Settings settings(SourceList list) {
    return list.sources().getFirst().settings();
  }

  private static Optional<Selector> selector(String text) {
    return Optional.of(Selector.parse(text));
  }

  private static SourceList list(String body) {
    return SourceList.of(
        Opml.read(opml(body).getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
  }

  private static String opml(String body) {
    return "<opml version='2.0' xmlns:seguia='https://seguia.dev/opml'"
        + " xmlns:f='https://freshrss.org/opml'><body>"
        + body
        + "</body></opml>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;")
        .replace("\t", "&#9;")
        .replace("'", "&#39;");
  }
}
