package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What only a style says is said by HTML.
final class StyleTest {
  private static String clean(String html) {
    return new HtmlCleaner().clean(html, Optional.of(URI.create("https://example.org/a/b.html")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p style="direction:rtl">x</p> | <p dir="rtl">x</p>
          <p style="DIRECTION : RTL !important">x</p> | <p dir="rtl">x</p>
          <p style="text-align: right; direction: rtl;">x</p> | <p dir="rtl">x</p>
          <p style="/* a */direction:ltr" dir="rtl">x</p> | <p dir="ltr">x</p>
          <p style="direction:rtl;direction:ltr">x</p> | <p dir="ltr">x</p>
          <p style="flex-direction:rtl">x</p> | <p>x</p>
          <p style="background:url('a;direction:rtl')">x</p> | <p>x</p>
          <p style="unicode-bidi:plaintext">x</p> | <p dir="auto">x</p>
          <span style="direction:rtl">x</span> | <span dir="rtl">x</span>
          <font style="direction:rtl">x</font> | <span dir="rtl">x</span>
          <font dir="rtl">x</font> | <span dir="rtl">x</span>
          <span style="unicode-bidi:bidi-override;direction:rtl">abc</span> | <bdo dir="rtl">abc</bdo>
          <table><tr><td style="direction:rtl">x</td></tr></table> | <table><tbody><tr><td dir="rtl">x</td></tr></tbody></table>
          <ul style="direction:rtl"><li>x</ul> | <ul dir="rtl"><li>x</li></ul>
          10<span style="vertical-align:super">2</span> | 10<sup>2</sup>
          H<span style="vertical-align: sub">2</span>O | H<sub>2</sub>O
          <span style="text-decoration: line-through">90</span> 80 | <s>90</s> 80
          <span style="font-weight:700">x</span> | <b>x</b>
          <font style="font-style:italic">x</font> | <i>x</i>
          """)
  void becomesMarkup(String html, String expected) {
    assertThat(clean(html)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <span style="display:block">Alpha</span><span style="display:block">Beta</span> | Alpha<br>Beta
          <p><span style="display:block">Alpha</span>Beta</p> | <p>Alpha<br>Beta</p>
          <p>Alpha<span style="display: BLOCK !important">Beta</span></p> | <p>Alpha<br>Beta</p>
          <p><em style="display:block">Alpha</em><em style="display:block">Beta</em></p> | <p><em>Alpha</em><em><br>Beta</em></p>
          <p><a href=/x style="display:block">Alpha</a>Beta</p> | <p><a href="https://example.org/x" rel="noopener noreferrer">Alpha</a><br>Beta</p>
          <p><x-line style="display:block">Alpha</x-line>Beta</p> | <p>Alpha<br>Beta</p>
          <p><span style="display:list-item">Alpha</span><span style="display:list-item">Beta</span></p> | <p>Alpha<br>Beta</p>
          <p><span style="display:table-row"><span style="display:table-cell">A</span><span style="display:table-cell">B</span></span><span style="display:table-row">C</span></p> | <p>A B<br>C</p>
          <div style="display:flex"><span>Alpha</span><span>Beta</span></div> | <div>Alpha Beta</div>
          <div style="display:flex;flex-direction:column"><span>Alpha</span><span>Beta</span></div> | <div>Alpha<br>Beta</div>
          <div style="display:grid"><span>Alpha</span><span>Beta</span></div> | <div>Alpha<br>Beta</div>
          <p><span style="display:inline-block">Alpha</span><span style="display:inline-block">Beta</span></p> | <p>Alpha Beta</p>
          <pre><span style="display:block">Alpha</span><span style="display:block">Beta</span></pre> | <pre>Alpha#Beta</pre>
          <pre><code><span style="display:block">Alpha#</span><span style="display:block">Beta</span></code></pre> | <pre><code>Alpha#Beta</code></pre>
          <pre><code><span style="display:flex"><span>a</span><span> b</span></span><span style="display:flex">c</span></code></pre> | <pre><code>a b#c</code></pre>
          <p style="white-space:pre-line">Alpha#Beta##Gamma</p> | <p>Alpha<br>Beta<br><br>Gamma</p>
          <div style="white-space:pre-wrap">Alpha#<b>Beta</b>#</div> | <div>Alpha<b><br>Beta</b></div>
          <div style="white-space:pre"><p style="white-space:normal">Alpha#Beta</p></div> | <div><p>Alpha#Beta</p></div>
          <span style="display:block"></span>Alpha | Alpha
          <p>Alpha</p><span style="display:block">Beta</span><p>Gamma</p> | <p>Alpha</p>Beta<p>Gamma</p>
          Alpha<br><span style="display:block">Beta</span> | Alpha<br>Beta
          Alpha<span>Beta</span> | AlphaBeta
          """)
  void endsLines(String html, String expected) {
    assertThat(clean(html.replace('#', '\n'))).isEqualTo(expected.replace('#', '\n'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='display:none'>y</p>",
        "<p style='DISPLAY : none !important'>y</p>",
        "<p style='visibility:hidden'>y</p>",
        "<p hidden>y</p>",
        "<p style='mso-hide:all'>y</p>",
        "<svg style='display:none'><text>y</text></svg>",
        "<math hidden><mi>y</mi></math>",
      })
  void hides(String html) {
    assertThat(clean("<p>x</p>" + html)).isEqualTo("<p>x</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='display:block;display:inline'>y</p>",
            "<p style='display:none;display:block'>y</p>",
        "<p hidden='until-found'>y</p>", "<p style='--display:none'>y</p>",
      })
  void hidesNothingElse(String html) {
    assertThat(clean("<p>x</p>" + html)).isEqualTo("<p>x</p><p>y</p>");
  }

  /// Whatever part of a text lies on its own lines or in its own box, its words stay words.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "block",
        "flex",
        "grid",
        "list-item",
        "table",
        "table-row",
        "table-cell",
        "inline-block",
        "inline-flex",
        "flow-root"
      })
  void neverGluesWords(String display) {
    for (var name :
        "span a b i em strong font small code label abbr cite q u x-y time".split(" ", -1)) {
      var style = " style='display:" + display + "'>";
      var html =
          "<" + name + style + "Alpha</" + name + "><" + name + style + "Beta</" + name + ">";
      for (var whole : new String[] {html, "<p>" + html + "</p>", "<pre>" + html + "</pre>"})
        assertThat(Jsoup.parseBodyFragment(clean(whole)).body().wholeText())
            .as(whole)
            .containsPattern("Alpha\\s+Beta");
    }
  }
}
