package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(Selector.parse(text)).isEqualTo(new Selector(css, Optional.ofNullable(attribute)));
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(Selector.parse("time @datetime")).hasToString("time@datetime");
    assertThat(Selector.parse("h2 > a")).hasToString("h2 > a");
    assertThat(Selector.parse(" . ")).hasToString(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "h2 >", "a[href", "p:nowhere(2)", "::", "[]@x"})
  void saysWhatIsWrong(String text) {
    assertThatThrownBy(() -> Selector.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }
}
