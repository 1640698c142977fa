package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Text;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PlainTextPropertyTest {
  private static final String[] PIECES = {
    "<b>",
    "</b>",
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "<",
    ">",
    "&",
    "&lt;",
    "&gt;",
    "&amp;",
    "&amp;lt;",
    "&nbsp;",
    "&#0;",
    "&#x202e;",
    "\u202e",
    "\u2066",
    "\u0000",
    "\ud800",
    "\n",
    "\r\n",
    " ",
    "\u00a0",
    "\u2028",
    "a",
    "été",
    "نص",
    "😀",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "\u001b[2J",
    "\ufeff",
    "\ufffe"
  };

  @Provide
  Arbitrary<Text> texts() {
    var text = Arbitraries.of(PIECES).list().ofMaxSize(20).map(pieces -> String.join("", pieces));
    return text.flatMap(
        value -> Arbitraries.of(Text.Kind.values()).map(kind -> new Text(kind, value)));
  }

  @Property(tries = 5000, seed = "20251114")
  void isOneLineWithoutControlsOrHalfCharacters(@ForAll("texts") Text text) {
    assertThat(PlainText.of(text).codePoints()).allMatch(PlainTextPropertyTest::shows);
    assertThat(PlainText.of(text)).doesNotContain("  ");
  }

  @Property(tries = 5000, seed = "20251114")
  void whatIsPlainStaysAsItIs(@ForAll("texts") Text text) {
    var plain = PlainText.of(text);
    assertThat(PlainText.line(plain)).isEqualTo(plain);
  }

  /// Marks of direction that are still open at its end are ended behind it.
  @Property(tries = 2000, seed = "20251114")
  void isNoLongerThanItMayBe(@ForAll("texts") Text text) {
    assertThat(PlainText.of(text, 20).length()).isLessThanOrEqualTo(2 * 20);
  }

  private static boolean shows(int codePoint) {
    return codePoint >= ' '
        && (codePoint < 0x7f || codePoint > 0x9f)
        && Character.getType(codePoint) != Character.SURROGATE
        && codePoint != 0x2028
        && codePoint != 0xfffe;
  }
}
