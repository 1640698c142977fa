package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a < b | a < b
          List<String> | List<String>
          AT&T et R&D | AT&T et R&D
          R&amp;D | R&D
          Tom &amp;amp; Jerry | Tom & Jerry
          l&amp;#8217;heure | l’heure
          <b>x</b> y | x y
          <p>a</p><p>b</p> | a b
          a<br/>b | a b
          a ]]> b | a ]]> b
          Using &lt;b&gt; | Using <b>
          &amp;lt;b&amp;gt; | &lt;b&gt;
          Caf&eacute;&nbsp;&laquo;&nbsp;Fès&nbsp;&raquo; &hellip; | Café\u00a0«\u00a0Fès\u00a0» …
          <script>alert(1)</script>x | x
          ?a=1&copy=2 | ?a=1&copy=2
          I <3 you | I <3 you
          a  b | a b
          """)
  void guessesHowATextOfUnknownKindIsMeant(String text, String expected) {
    assertThat(PlainText.of(Text.unknown(text))).isEqualTo(expected);
  }

  @Test
  void takesPlainTextAsItIs() {
    assertThat(PlainText.of(Text.plain("<b>x</b> &amp; y"))).isEqualTo("<b>x</b> &amp; y");
  }

  @Test
  void readsHtml() {
    assertThat(PlainText.of(Text.html("<b onmouseover=alert(1)>T</b> &amp;amp; a < b")))
        .isEqualTo("T &amp; a < b");
    assertThat(PlainText.of(Text.html("R&amp;D"))).isEqualTo("R&D");
  }

  @Test
  void foldsBlanksAndDropsControls() {
    assertThat(PlainText.line(" \ufeffa\n\t b\u0000\u0007c\u0085d\u2028e \u200b"))
        .isEqualTo("a bc d e");
    assertThat(PlainText.line("\ud800a\udc00b\uffffc\ufdd0😀")).isEqualTo("abc😀");
    assertThat(PlainText.line("می\u200cخواهم 👩\u200d💻")).isEqualTo("می\u200cخواهم 👩\u200d💻");
  }

  @Test
  void endsWhatTurnsTheDirectionOfATextInsideTheText() {
    assertThat(PlainText.line("a\u202eb")).isEqualTo("a\u202eb\u202c");
    assertThat(PlainText.line("a\u2067b\u2069c\u2069")).isEqualTo("a\u2067b\u2069c");
    assertThat(PlainText.line("a\u200eb")).isEqualTo("a\u200eb");
  }

  @Test
  void cutsAtAWord() {
    assertThat(PlainText.of(Text.plain("un deux, trois quatre"), 12)).isEqualTo("un deux…");
    assertThat(PlainText.of(Text.plain("x".repeat(3000)), 1000)).hasSize(1000).endsWith("x…");
    assertThat(PlainText.of(Text.plain("😀".repeat(20)), 10)).isEqualTo("😀😀😀😀…");
  }

  @Test
  void teasesWithTheBeginning() {
    var arabic = "أعلن المكتب الوطني للسكك الحديدية ".repeat(10).strip();
    assertThat(Teaser.of(arabic)).hasSizeBetween(100, 150).endsWith("…").startsWith("أعلن المكتب");
    assertThat(arabic).startsWith(Teaser.of(arabic).replace("…", "") + " ");
    assertThat(Teaser.of("short")).isEqualTo("short");
  }
}
