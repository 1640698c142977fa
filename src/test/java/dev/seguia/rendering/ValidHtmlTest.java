package dev.seguia.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// That the checker of pages sees what is wrong.
final class ValidHtmlTest {
  private static final String FRAME =
      "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>x</title></head><body>%s</body></html>";

  @Test
  void findsNothingWrongWithASoundPage() {
    assertThat(ValidHtml.errors(FRAME.formatted("<p>x</p>"))).isEmpty();
  }

  @Test
  void findsWhatIsWrong() {
    assertThat(ValidHtml.errors(FRAME.formatted("<ul><p>x</p></ul><img src=a>"))).hasSize(2);
  }
}
