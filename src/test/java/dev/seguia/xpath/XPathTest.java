package dev.seguia.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XPathTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "a[ → it is incomplete",
        "a b → it is not valid at 'b'",
        "a[#] → it is not valid at '#]'",
        "svg:a → there are no namespaces in a page, as in svg:",
        "a[@b = $x] → there are no variables, as in $x",
        "upper-case(a) → there is no function upper-case()",
        "sideways::a → there is no axis sideways",
        "contains(a) → contains() cannot have 1 arguments",
        "concat('a') → concat() cannot have 1 arguments",
        "count('a') → it has another value where nodes are needed",
        "'a' | b → it has another value where nodes are needed",
        "'a'[1] → it has another value where nodes are needed",
        "(1 + 1)/b → it has another value where nodes are needed",
      })
  void saysWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> XPath.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "//", "(", ")", "@", "$x", "::", "a/", "[1]", "'", "a['"})
  void refusesWhatIsNoExpression(String text) {
    assertThatThrownBy(() -> XPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} times {1}: {2}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "1500, (, it is nested more than 15 levels deep",
        "900, a[, it is nested more than 15 levels deep",
        "1500, -, it has more than 200 operators",
        "201, a|, it has more than 200 operators",
        "1500, a/, it has more than 2000 characters"
      })
  void refusesWhatIsTooLongOrTooDeep(int times, String part, String reason) {
    assertThatThrownBy(() -> XPath.parse(part.repeat(times) + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest(name = "{0} finds elements: {1}, has a text: {2}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "//div → true → true",
        ". → true → true",
        "(//a)[1] → true → true",
        "id('a') → true → true",
        "//a/@href | //p → true → true",
        "//a/@href/.. → true → true",
        "//a/@href → false → true",
        "//p/text() → false → true",
        "(//a/@href)[1] → false → true",
        "//@id | //comment() → false → true",
        "concat(a, b) → false → true",
        "'Anonymous' → false → true",
        "1 + 1 → false → false",
        "count(//a) → false → false",
        "a = b → false → false",
        "not(a) → false → false"
      })
  void knowsWhatCanBeFound(String text, boolean elements, boolean isText) {
    assertThat(XPath.parse(text).canFindElements()).isEqualTo(elements);
    assertThat(XPath.parse(text).isText()).isEqualTo(isText);
  }

  @Property(tries = 5000, seed = "20251114")
  void anyTextIsEvaluatedOrRefused(@ForAll("pieces") List<String> pieces) {
    var page = Jsoup.parse("<ul><li id=x class='x y'>x<a href=/1>y</a></ul>");
    assertThatCode(
            () -> {
              try {
                new XPathEvaluator(page).nodes(XPath.parse(String.join("", pieces)), page).toList();
              } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
              }
            })
        .as("%s", pieces)
        .doesNotThrowAnyException();
  }

  @Provide
  static Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "/",
            "//",
            "a",
            "li",
            "*",
            "@",
            "id",
            "[",
            "]",
            "(",
            ")",
            "..",
            ".",
            "::",
            "child",
            "ancestor",
            "self",
            "text()",
            "'x'",
            "\"",
            "=",
            "!=",
            "<",
            "|",
            " and ",
            " or ",
            "not(",
            "contains(",
            "substring(",
            "id(",
            ",",
            "1",
            "last()",
            "position()",
            "-",
            "concat(' ',",
            "normalize-space(",
            "$",
            "é",
            "\\",
            "{",
            "#")
        .list()
        .ofMaxSize(14);
  }
}
