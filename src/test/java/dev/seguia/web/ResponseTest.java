package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseTest {
  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\r\nSet-Cookie: b", "a\0b", "a\u0085b", "\u007f"})
  void noHeaderHoldsALineEndOrAControl(String value) {
    assertThatThrownBy(() -> Response.words(200, "words").with("Location", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContainingAny("\r", "\n", "\0");
  }
}
