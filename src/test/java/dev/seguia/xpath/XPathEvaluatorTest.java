package dev.seguia.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XPathEvaluatorTest {
  private static final Document PAGE =
      Jsoup.parse(
          """
          <!doctype html><html><head><title>News</title><script>var a = "x";</script></head><body>
          <div id=a class="x post"><h2 id=a1>Un</h2><p id=a2>Lire : la suite</p></div>
          <nav id=n><div id=b class=Post><a id=b1 href="/interesting/1">Deux</a></div></nav>
          <div id=c class="x\tpost
          y"><h2 id=c1>Trois</h2><h2 id=c2>Quatre</h2><ul id=u><li id=u1>1<li id=u2>2<li id=u3>3</ul></div>
          <div id=d class="it's [odd] (&quot;@x&quot;)"><time id=t datetime="2025-11-14">hier</time></div>
          <div id=e> un <b id=e1>deux</b><!-- trois --></div>
          <article id=g><svg id=s><title id=s1>X</title></svg></article></body></html>
          """);

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "//div → a b c d e",
        "//div[@class=\"Post\"] → b",
        "/html/body/div[2]/ul/li → u1 u2 u3",
        "/html[1]/body[1]/article → g",
        "body//li → u1 u2 u3",
        "//*[@id='c']/h2[1] → c1",
        "//div[contains(@class, 'x')] → a c d",
        "//div[contains(concat(' ', normalize-space(@class), ' '), ' post ')] → a c",
        "//div[contains(concat(' ', @class, ' '), ' post ')] → a",
        "//div[contains(@class, '[odd] (')] → d",
        "//div[contains(@class, '@')] → d",
        "//div[normalize-space(.)='un deux'] → e",
        "//div[starts-with(., ' un')] → e",
        "//a[contains(@href, '/interesting/')]/ancestor::div → b",
        "//a[@href]/.. → b",
        "//ul/li[position() > 1] → u2 u3",
        "//ul/li[last()] → u3",
        "//ul/li[last() - 1]/preceding-sibling::* → u1",
        "//h2 | //time[@datetime] → a1 c1 c2 t",
        "//*[self::h2 or self::time] → a1 c1 c2 t",
        "//div[not(ancestor::nav) and .//h2] → a c",
        "//div[.//time | b] → d e",
        "//h2/following-sibling::*[1][self::p] → a2",
        "//h2[2] → c2",
        "(//h2)[2] → c1",
        "(//h2)[last()] → c2",
        "//li[1]/following::time → t",
        "//time/preceding::h2 → a1 c1 c2",
        "//time/preceding::h2[1] → c2",
        "//li[. > 1] → u2 u3",
        "//li[. = //h2] → ``",
        "//div[count(h2) = 2] → c",
        "//div[string-length(@class) mod 2 = 0] → a b c e",
        "//svg/title → s1",
        "id('u2 a') → a u2",
        "//*[name() = 'time'] → t",
        "//H2 → ``",
        "//div[translate(@class, 'POST', 'post') = 'post'] → b"
      })
  void findsElements(String expression, String ids) {
    assertThat(found(expression, PAGE)).isEqualTo(ids);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        ". → c",
        ".. → ``",
        "h2 → c1 c2",
        "descendant::li[2] → u2",
        ".//li[2] → u2",
        "(.//li)[2]/@id → 'u2'",
        "./@id → 'c'",
        "@missing → ``",
        "h2/text() → Trois Quatre",
        "normalize-space(.//h2) → 'Trois'",
        "string(ul/li/@id) → 'u1'",
        "concat(.//h2, ' ', .//li) → 'Trois 1'",
        "substring-after(preceding::p[1], ': ') → 'la suite'",
        "substring-before('14/11/2025', '/') → '14'",
        "substring('12345', 2, 3) → '234'",
        "substring('12345', 0 div 0, 3) → ''",
        "\"Anonymous\" → 'Anonymous'",
        "count(//h2) → '3'",
        "count(ul/li) div 2 → '1.5'",
        "1 div 0 → 'Infinity'",
        "number('x') → 'NaN'",
        "-3 mod 2 → '-1'",
        "round(-2.5) → '-2'",
        "sum(.//li) → '6'",
        "h2 = 'Quatre' → 'true'",
        "h2 != 'Quatre' → 'true'",
        "not(.//time) → 'true'",
        "string(//script) → 'var a = \"x\";'",
        "//script/text() → 'var a = \"x\";'",
        "//comment() → ' trois '",
        "local-name(..) → 'body'",
        "namespace-uri() → ''",
        "ancestor::*[last()]/head/title → ``",
        "string-length('a\uD83D\uDE00b') → '3'"
      })
  void findsThePartsOfAnEntry(String expression, String found) {
    assertThat(found(expression, Objects.requireNonNull(PAGE.getElementById("c"))))
        .isEqualTo(found);
  }

  /// Elements by their ids, texts outside the page in quotes.
  private static String found(String expression, Element from) {
    return new XPathEvaluator(PAGE)
        .nodes(XPath.parse(expression), from)
        .map(XPathEvaluatorTest::shown)
        .collect(Collectors.joining(" "));
  }

  private static String shown(Node node) {
    return switch (node) {
      case Element element -> element.id();
      case TextNode text when text.hasParent() -> text.getWholeText();
      case TextNode text -> "'" + text.getWholeText() + "'";
      default -> throw new IllegalStateException(node.nodeName());
    };
  }

  @Test
  void findsNothingFromAnElementOutsideThePage() {
    assertThat(new XPathEvaluator(PAGE).nodes(XPath.parse("//div"), new Element("div"))).isEmpty();
  }

  @Test
  void refusesAPageThatIsTooLarge() {
    var page = Jsoup.parse("<p>".repeat(200_000));
    assertThatThrownBy(() -> new XPathEvaluator(page).nodes(XPath.parse("//p"), page))
        .isInstanceOf(XPathLimitException.class)
        .hasMessage("the page is too large for XPath: it has more than 200000 nodes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"string(//p)", "concat(substring(//p, 2), '-', //b)"})
  void refusesATextThatIsTooLong(String expression) {
    var page =
        Jsoup.parse("<p>%s<b>%s</b></p>".formatted("a".repeat(300_000), "b".repeat(300_000)));
    assertThatThrownBy(() -> new XPathEvaluator(page).nodes(XPath.parse(expression), page))
        .isInstanceOf(XPathLimitException.class)
        .hasMessage("an XPath expression reads a text of more than 500000 characters");
  }

  /// Without a limit, each would take minutes or hours, or all memory.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//*[//*[//*]]",
        "//*[.//*[.//*[.//*]]]",
        "//*//*//*//*//*",
        "//*/preceding::*/following::*/preceding::*",
        "//node()[preceding::node()[following::node()]]",
        "//*[preceding::nothing or following::nothing]",
        "//*/ancestor-or-self::*/descendant-or-self::*/@*",
        "//*[preceding-sibling::*[following-sibling::*]]",
        "//*[contains(/, 'nowhere')]",
        "//@* = //@*",
        "//* = //*",
        "//*[//* != //*]",
        "//*[id('x')]",
        "//*[count(//* | //@*) > 1 and sum(//@*) > 1]",
        "//*[translate(//body, 'abc', 'def')]",
        "//*[concat(//body, //body) = 'x']",
        "//*[position() = last() - 1 or string(//li[last()])]",
        "//*[1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1]",
      })
  void worksNoLongerThanTheLimitAllows(String expression) {
    var evaluator = new XPathEvaluator(LARGE);
    assertThatThrownBy(
            () -> {
              while (true) evaluator.nodes(XPath.parse(expression), LARGE).forEach(found -> {});
            })
        .isInstanceOf(XPathLimitException.class)
        .hasMessageContaining("too much work");
  }

  private static final Document LARGE =
      Jsoup.parse(
          "<body>"
              + "<ul class='a b'><li id=x title=y><a href='/1'>abc<b>d</b></a>".repeat(19_990));
}
