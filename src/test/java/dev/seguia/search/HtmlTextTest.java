package dev.seguia.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlTextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>Un</p><p>deux</p> | Un  deux",
        "<b>M</b>aroc | Maroc",
        "un<br>deux | un deux",
        "<a href=\"x\">lien</a> | lien",
        "R&amp;D &lt;b&gt; 3&nbsp;% | R&D <b> 3 %",
        "caf&#233; &#xe9;t&#xE9; | café été",
        "&#xfffffff; &unknown; & seul | & seul",
        "<p | ``",
        "</ | ``",
        "a<!-- b -->c | a c",
      })
  void readsTheWords(String html, String text) {
    assertThat(HtmlText.of(html)).isEqualTo(text);
  }
}
