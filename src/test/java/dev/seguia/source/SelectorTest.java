package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.source.Selector.ByXPath;
import dev.seguia.source.Selector.Css;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectorTest {
  @ParameterizedTest
  @CsvSource({
    "h2 a, h2 a,",
    "time@datetime, time, datetime",
    "' a.title @href ', a.title, href",
    "@data-id, '', data-id",
    "a[href*=@x], a[href*=@x],",
    "' . ', '',",
  })
  void hasAPlaceAndPerhapsAnAttribute(String text, String css, String attribute) {
    assertThat(Selector.parse(text)).isEqualTo(new Css(css, Optional.ofNullable(attribute)));
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(Selector.parse("time @datetime")).hasToString("time@datetime");
    assertThat(Selector.parse("h2 > a")).hasToString("h2 > a");
    assertThat(Selector.parse(" . ")).hasToString(".");
    assertThat(Selector.parse(" xpath: .//h2[@id='a'] ")).hasToString("xpath:.//h2[@id='a']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//li", ".//time/@datetime", "concat(h2, ' ', h3)", "a[@href='x@y']"})
  void anExpressionIsKeptAsWritten(String expression) {
    assertThat(Selector.parse("xpath:" + expression)).isEqualTo(new ByXPath(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "h2 >", "a[href", "p:nowhere(2)", "::", "[]@x", "xpath:", "xpath:a["})
  void saysWhatIsWrong(String text) {
    assertThatThrownBy(() -> Selector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "select-item → //a/@href → it finds no elements, and each entry is one",
        "select-item → //p/text() → it finds no elements, and each entry is one",
        "select-item → 'Anonymous' → it finds no elements, and each entry is one",
        "select-item → 1 + 1 → it finds no elements, and each entry is one",
        "select-link → 1 + 1 → its value is no address but a number or true or false",
        "select-image → a = b → its value is no address but a number or true or false",
        "select-title → foo() → there is no function foo()"
      })
  void saysWhatAnExpressionCannotBeFor(String attribute, String expression, String reason) {
    assertThatThrownBy(() -> Selector.parse(attribute, "xpath:" + expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "select-item → //h2/..",
        "select-title → 'Anonymous'",
        "select-title → 1 + 1",
        "select-date → number(@data-ms) div 1000",
        "select-link → concat('/a/', @data-id)",
        "select-image → substring-before(substring-after(@style, 'url('), ')')",
        "select-body → .//p/text()"
      })
  void computedTextsCanBeParts(String attribute, String expression) {
    assertThat(Selector.parse(attribute, "xpath:" + expression)).isEqualTo(new ByXPath(expression));
  }
}
