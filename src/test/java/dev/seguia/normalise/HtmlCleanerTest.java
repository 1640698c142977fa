package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HtmlCleanerTest {
  private static String clean(String html) {
    return new HtmlCleaner().clean(html, Optional.of(URI.create("https://example.org/a/b.html")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>1 < 2 et AT&T</p> | <p>1 &lt; 2 et AT&amp;T</p>
          <p onclick=x() style=color:red class=a id=b>x</p> | <p>x</p>
          <script>alert(1)</script>x<style>p{}</style> | x
          <p>a<script>b</script>c</p> | <p>ac</p>
          <svg><a href=x>y</a></svg>z | y z
          <math><mi>x</mi></math>z | xz
          <form action=x><input name=y>text</form> | <div>text</div>
          <font color=red>x</font> | x
          <blink>x</blink> | x
          <custom-tag>x</custom-tag> | x
          <p dir="rtl" lang="ar">نص</p> | <p dir="rtl" lang="ar">نص</p>
          <span dir=rtl>x</span><span>y</span> | <span dir="rtl">x</span>y
          <p></p><p>&nbsp;</p><p><br></p>x | x
          <div><p><b></b></p></div>x | x
          a<p></p>b | a b
          <b>a</b><i></i> <b>c</b> | <b>a</b> <b>c</b>
          <b>a</b><i> </i><b>c</b> | <b>a</b><i> </i><b>c</b>
          <a name=x>y</a> | y
          <a href="javascript:alert(1)">y</a> | y
          <a href=" java&#9;script:alert(1)">y</a> | y
          <a href="data:text/html,x">y</a> | y
          <a href="mailto:a@b.org">y</a> | <a href="mailto:a@b.org" rel="noopener noreferrer">y</a>
          <a href="c.html?utm_source=x&a=1">y</a> | <a href="https://example.org/a/c.html?a=1" rel="noopener noreferrer">y</a>
          <a href="//x.org/y#z" target=_blank>y</a> | <a href="https://x.org/y#z" rel="noopener noreferrer">y</a>
          <p style="display: none">hidden</p>x | x
          <ul><li>a<li>b</ul> | <ul><li>a</li><li>b</li></ul>
          <table><tr><td colspan=2 onclick=x>a | <table><tbody><tr><td colspan="2">a</td></tr></tbody></table>
          <details open><summary>a</summary>b</details> | <details open=""><summary>a</summary>b</details>
          <ruby>漢<rt>kan</rt></ruby> | <ruby>漢<rt>kan</rt></ruby>
          <bdo dir=RTL>x</bdo> | <bdo dir="rtl">x</bdo>
          <abbr title="a &quot;b&quot; <c>">x</abbr> | <abbr title="a &quot;b&quot; &lt;c&gt;">x</abbr>
          <blockquote cite="/x"><p>« Citation »</p></blockquote> | <blockquote cite="https://example.org/x"><p>« Citation »</p></blockquote>
          <h1>a<h2>b</h2> | <h1>a</h1><h2>b</h2>
          <center>x</center> | <div>x</div>
          <xmp><b>x</b></xmp> | <pre>&lt;b&gt;x&lt;/b&gt;</pre>
          <button>Share</button>x | Share x
          <ol start=3 reversed><li value=7>x</ol> | <ol start="3" reversed=""><li value="7">x</li></ol>
          x<!-- comment --><?php echo ?><![CDATA[y]]>z | xz
          """)
  void keepsWhatIsHarmlessAndNothingElse(String html, String expected) {
    assertThat(clean(html)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <img src=/x.jpg alt="A & B" width=10 height=20 onerror=x> | <img src="https://example.org/x.jpg" alt="A &amp; B" width="10" height="20">
          <img src="data:image/gif;base64,R0" data-src="real.jpg"> | <img src="https://example.org/a/real.jpg">
          <img src="blank.gif" data-lazy-src="real.jpg"><noscript><img src="real.jpg"></noscript> | <img src="https://example.org/a/real.jpg">
          <img src="data:image/gif;base64,R0"><noscript>Enable JavaScript <img src="real.jpg"></noscript> | <img src="https://example.org/a/real.jpg">
          <noscript><img src="real.jpg"></noscript><img data-src="real.jpg"> | <img src="https://example.org/a/real.jpg">
          <img srcset="a.jpg 1x, b.jpg 2x"> | <img src="https://example.org/a/a.jpg" srcset="https://example.org/a/a.jpg 1x, https://example.org/a/b.jpg 2x">
          <img src=c.jpg data-srcset="a,b.jpg 100w,javascript:x 2x,d.jpg 9q"> | <img src="https://example.org/a/c.jpg" srcset="https://example.org/a/a,b.jpg 100w">
          <img src=javascript:x> |
          <img src=x.gif width=1 height=1>y | y
          <img src=x.gif style="width:1px; height: 1px">y | y
          <img src=https://feeds.feedburner.com/~r/x/~4/abc>y | y
          <p>x</p><a href=https://example.org/x><img src="https://pixel.wp.com/b.gif?x"></a> | <p>x</p>
          <image src=x.jpg> | <img src="https://example.org/a/x.jpg">
          <picture><source srcset="a.webp 1x" type=image/webp><img src=a.jpg></picture> | <picture><source srcset="https://example.org/a/a.webp 1x" type="image/webp"><img src="https://example.org/a/a.jpg"></picture>
          """)
  void bringsImagesFromWhereTheyLie(String html, String expected) {
    assertThat(clean(html).replace(" referrerpolicy=\"no-referrer\"", ""))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource({
    "//www.youtube.com/embed/x, https://www.youtube.com/embed/x",
    "http://player.vimeo.com/video/1, https://player.vimeo.com/video/1",
    "https://www.youtube.com/redirect?q=x,",
    "https://www.youtube.com.evil.org/embed/x,",
    "https://evil.org/?www.youtube.com/embed/,",
    "https://www.youtube.com:8443/embed/x,",
    "javascript:alert(1),",
  })
  void framesKnownPlayersOnlyAndInABox(String source, String expected) {
    var html = clean("<iframe srcdoc='<b>' onload=x src='" + source + "'>fallback</iframe>");
    if (expected == null) assertThat(html).doesNotContain("<iframe", "javascript", "fallback");
    else
      assertThat(html)
          .contains("src=\"" + expected + "\"")
          .contains("sandbox=")
          .doesNotContain("srcdoc");
  }

  @Test
  void keepsSoundsAndFilms() {
    assertThat(
            clean(
                "<video src=a.mp4 poster=p.jpg autoplay onplay=x><track src=t.vtt kind=captions>no</video>"))
        .isEqualTo(
            "<video src=\"https://example.org/a/a.mp4\" poster=\"https://example.org/a/p.jpg\" controls=\"\""
                + " preload=\"none\"><track src=\"https://example.org/a/t.vtt\" kind=\"captions\"></video>");
    assertThat(clean("<audio><source src=a.mp3 type=audio/mpeg></audio><audio></audio>"))
        .isEqualTo(
            "<audio controls=\"\" preload=\"none\"><source src=\"https://example.org/a/a.mp3\""
                + " type=\"audio/mpeg\"></audio>");
  }

  @Test
  void dropsWhatIsNoCharacterOfXml() {
    assertThat(clean("a\u0000b\u0008c&#1;d\ufffee\ud800f\u0085g😀")).isEqualTo("abcdefg😀");
  }

  @Test
  void keepsLineEndsOfPreformattedText() {
    assertThat(clean("<pre>\n\n a\n  b</pre>")).isEqualTo("<pre>\n\n a\n  b</pre>");
    assertThat(clean("<pre>\na</pre>")).isEqualTo("<pre>a</pre>");
  }

  @Test
  void dropsRelativeUrlsWhereThereIsNoBase() {
    assertThat(new HtmlCleaner().clean("<a href=x>y</a><img src=z>", Optional.empty()))
        .isEqualTo("y");
  }

  @Test
  void survivesDeepNesting() {
    for (var tag :
        new String[] {
          "<div>", "<b>", "<a><table><tr><td>", "<ul><li>", "<p><span dir=ltr>", "<font><p>"
        }) {
      var html = clean(tag.repeat(100_000 / (tag.length() / 5 + 1)) + "deep");
      assertThat(html).contains("deep");
      SafeHtml.assertSafe(html);
      assertThat(clean(html)).isEqualTo(html);
    }
  }
}
