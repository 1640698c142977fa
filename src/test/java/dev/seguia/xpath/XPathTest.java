package dev.seguia.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.xpath.Translation.Inexpressible;
import dev.seguia.xpath.Translation.Selected;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XPathTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "//div → div",
        "//div[@class=\"news-item\"] → div[class~=^news-item\\z]",
        "/html/body/div[2]/ul/li → > html > body > div:nth-of-type(2) > ul > li",
        "/html[1]/body[1]/p → > html > body:nth-of-type(1) > p",
        "//*[@id='main']/div[1] → * *[id~=^main\\z] > div:nth-of-type(1)",
        "body//li → > html > body li",
        "//div[contains(@class, 'x')] → div[class~=x]",
        "//a[contains(@href, '/interesting/')]/ancestor::article → article:has(a[href~=/interesting/])",
        "//a[@href]/.. → * *:has(> a[href])",
        "//ul/li[position() > 1] → ul > li:not(:nth-of-type(-n+1))",
        "//ul/li[last()] → ul > li:nth-last-of-type(1)",
        "//h2 | //h3[@id] → h2, h3[id]",
        "//*[self::h2 or self::h3] → * *:is(:is(h2), :is(h3))",
        "//div[not(ancestor::nav) and .//time] → div:not(:is(nav *)):has(:scope time)",
        "//div[.//time | p/b] → div:is(:has(:scope time), :has(> p > b))",
        "//h2/following-sibling::*[1][self::p] → h2 + *:is(p)",
      })
  void translatesWhatEntriesAre(String xpath, String css) {
    assertThat(selector(xpath, Aim.ENTRIES)).isEqualTo(css);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "descendant::a → :scope a",
        ".//h2/a → :scope h2 > a",
        "h2/a/@href → > h2 > a@href",
        "./@href → @href",
        ".//@datetime → [datetime]@datetime",
        ". → .",
        "descendant-or-self::a/@href → a@href",
        "normalize-space(.//h2) → :scope h2",
        "string(./time/@datetime) → > time@datetime",
        "(.//a)[1]/@href → :scope a@href",
        "descendant::a[string-length(@href)>0]/@href → :scope a[href~=(?s).]@href",
        "descendant::img[1]/@src → :scope img@src",
        ".//h2 | .//h3 → :scope h2, :scope h3",
        "(h2 | h3)/a → > h2 > a, > h3 > a",
        "a[starts-with(@href, '/x')] → > a[href~=^/x]",
      })
  void translatesWhatPartsOfAnEntryAre(String xpath, String css) {
    assertThat(selector(xpath, Aim.PART)).isEqualTo(css);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "\"Anonymous\" → it is a text of its own",
        "concat(.//h2, ' ', .//h3) → it calls concat()",
        "substring-after(.//p, ':') → it calls substring-after()",
        "//h2 → it looks at the whole page, not at the entry",
        "a/@href | @id → it asks for one attribute or another",
        ".. → it looks at what stands around an entry, or around a part of it",
        "preceding::h2 → it goes along the axis preceding",
        "H2 → nothing in a page is named H2",
        "svg:a → it names a namespace, svg",
        "comment() → it is about other than elements: comment()",
        "a[ → it is no XPath at 'the end'",
        "a b → it is no XPath at 'b'",
        "a[#] → it is no XPath at '#]'",
        "a[0] → there is no place 0",
        "a[@x][3] → it counts among some of the siblings",
        "descendant::div[2] → it counts what are no siblings",
        "a[@class < 3] → it compares what a selector cannot",
        "a[contains(@class, '')] → it looks for an empty text",
        "1 + 1 → it is no path to anything"
      })
  void saysWhyThereIsNoSelector(String xpath, String reason) {
    assertThat(XPath.translate(xpath, Aim.PART)).isEqualTo(new Inexpressible(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "//", "(", ")", "@", "$x", "::", "-1", "a/", "[1]", "'"})
  void refusesWhatIsNoPath(String xpath) {
    assertThat(XPath.translate(xpath, Aim.ENTRIES)).isInstanceOf(Inexpressible.class);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThat(XPath.translate("(".repeat(1_500) + "a", Aim.PART))
        .isEqualTo(new Inexpressible("it is nested too deeply"));
    assertThat(XPath.translate("a/".repeat(1_500) + "a", Aim.PART))
        .isEqualTo(new Inexpressible("it has more than 2000 characters"));
  }

  @Test
  void saysWhereASelectorMayDiffer() {
    assertThat(XPath.translate("h2/text()", Aim.PART))
        .isEqualTo(
            new Selected("> h2", List.of("text() is read as the whole text of its element")));
    assertThat(XPath.translate("a[contains(., 'Lire')]", Aim.PART))
        .isInstanceOfSatisfying(
            Selected.class, selected -> assertThat(selected.notes()).hasSize(1));
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '→',
      value = {
        "//div[contains(concat(' ', normalize-space(@class), ' '), ' post ')] → a c",
        "//div[contains(concat(' ', @class, ' '), ' post ')] → a",
        "//div[@class='Post'] → b",
        "//div[@class='it''s [odd] (\"@x\")'] → ",
        "//div[contains(@class, '[odd] (')] → d",
        "//div[contains(@class, '@')] → d",
        "//div[normalize-space(.)='un deux'] → e",
        "//div[starts-with(., ' un')] → e"
      })
  void looksForTextsAsTheyAreWritten(String xpath, String ids) {
    var page =
        Jsoup.parse(
            """
            <div id=a class="x post"></div><div id=b class="Post"></div><div id=c class="x\tpost
            y"></div><div id=d class="it's [odd] (&quot;@x&quot;)"></div><div id=e> un
            <b>deux</b></div>
            """);
    var found =
        XPath.translate(xpath, Aim.ENTRIES) instanceof Selected(var css, _)
            ? page.select(css).stream().map(Element::id).toList()
            : List.of();
    assertThat(String.join(" ", found.toArray(String[]::new))).isEqualTo(ids == null ? "" : ids);
  }

  private static String selector(String xpath, Aim aim) {
    return switch (XPath.translate(xpath, aim)) {
      case Selected(var selector, _) -> selector;
      case Inexpressible(var reason) -> "none, since " + reason;
    };
  }
}
