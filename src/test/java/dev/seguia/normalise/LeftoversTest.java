package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be published leaves its words, or a link to what it would have shown.
final class LeftoversTest {
  /// What no browser shows, whatever is in it.
  private static final Set<String> NEVER_SHOWN =
      Set.of("script", "style", "head", "title", "datalist", "command", "keygen");

  private static String clean(String html) {
    return new HtmlCleaner().clean(html, Optional.of(URI.create("https://example.org/a/b.html")));
  }

  private static String text(String html) {
    return Jsoup.parseBodyFragment(clean(html)).text();
  }

  /// Every element that HTML has or once had, and some that it never had.
  @ParameterizedTest
  @ValueSource(
      strings =
          "a abbr acronym address applet article aside audio b bdi bdo big blink blockquote body"
              + " button canvas center cite code custom-element data dd del details dfn dialog dir"
              + " div dl dt em fieldset figcaption figure font footer form frameset h1 h6 header"
              + " hgroup html i iframe ins kbd label legend li listing main map mark marquee math"
              + " menu meter nav nobr noembed noframes noscript object ol optgroup option output p"
              + " portal pre progress q rb rp rt ruby s samp search section select slot small span"
              + " strike strong sub summary sup svg table tbody td template textarea tfoot th thead"
              + " time tr tt u ul unknown var video xmp fb:post amp-story fencedframe")
  void theWordsInAnyElementStay(String names) {
    for (var name : names.split(" ", -1)) {
      if (NEVER_SHOWN.contains(name)) continue;
      var html = "<p>Alpha</p><" + name + ">Beta gamma</" + name + "><p>Delta</p>";
      assertThat(text(html)).as(name).contains("Alpha", "Beta gamma", "Delta");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iframe src",
        "iframe data-src",
        "iframe data-lazy-src",
        "iframe data-litespeed-src",
        "embed src",
        "object data",
        "portal src",
        "fencedframe src",
        "amp-iframe src",
        "custom-player src",
        "unknown url",
        "oembed url",
        "fb:video href",
        "div data-href",
        "div data-oembed-url",
        "bgsound src",
        "area href",
        "video data-video-url",
      })
  void whatAnyElementWouldHaveShownIsALink(String place) {
    var parts = place.split(" ", -1);
    var name = parts[0];
    var attribute = parts[1];
    var html =
        "<p>Alpha</p><" + name + " " + attribute + "='https://tube.example/w/1'></" + name + ">";
    var links = Jsoup.parseBodyFragment(clean(html)).select("a[href]");
    assertThat(links).as(html).hasSize(1);
    assertThat(links.attr("href")).isEqualTo("https://tube.example/w/1");
    assertThat(links.text()).isEqualTo("tube.example");
    assertThat(links.attr("rel")).isEqualTo("noopener noreferrer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <figure><iframe title="La crue" src="https://tube.example/embed/a" width=560></iframe></figure> | La crue | https://tube.example/embed/a
          <iframe src="//odysee.example/$/embed/x?utm_source=a"></iframe> | odysee.example | https://odysee.example/$/embed/x
          <iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fp%2Fvideos%2F1%2F&amp;show_text=0"></iframe> | facebook.com | https://www.facebook.com/p/videos/1/
          <iframe src="https://docs.google.com/viewer?url=https%3A%2F%2Fx.example%2Fa.pdf&embedded=true"></iframe> | x.example | https://x.example/a.pdf
          <iframe src="https://platform.twitter.com/embed/Tweet.html?id=123"></iframe> | twitter.com | https://twitter.com/i/status/123
          <object width=400><param name=movie value="https://www.youtube.com/v/AAA?version=3"><embed src="https://www.youtube.com/v/AAA?version=3"></object> | youtube.com | https://www.youtube.com/watch?v=AAA
          <object><param name=movie value="https://x.example/f.swf"></object> | x.example | https://x.example/f.swf
          <object data="plan.pdf" type="application/pdf"></object> | example.org | https://example.org/a/plan.pdf
          <object data="plan.pdf" type="application/pdf"><p>Le <a href="plan.pdf">plan</a></p></object> | plan | https://example.org/a/plan.pdf
          <map><area href="/nord" alt="Le nord"></map> | Le nord | https://example.org/nord
          <noscript><iframe src="https://poll.example/1"></iframe></noscript> | poll.example | https://poll.example/1
          <iframe data-src="https://poll.example/1"></iframe><noscript><iframe src="https://poll.example/1"></iframe></noscript> | poll.example | https://poll.example/1
          <iframe><a href="/x">Le film</a></iframe> | Le film | https://example.org/x
          <iframe srcdoc="<a href='/x'>Le film</a>"></iframe> | Le film | https://example.org/x
          <noembed><a href="/x">Le film</a></noembed> | Le film | https://example.org/x
          <video src="blob:https://x.example/1"><a href="/f.mp4">Le film</a></video> | Le film | https://example.org/f.mp4
          <div class="fb-post" data-href="https://www.facebook.com/p/posts/1"></div> | facebook.com | https://www.facebook.com/p/posts/1
          <blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/X/"></blockquote> | instagram.com | https://www.instagram.com/p/X/
          <figure><oembed url="https://www.youtube.com/watch?v=AAA"></oembed></figure> | youtube.com | https://www.youtube.com/watch?v=AAA
          """)
  void aLinkLeadsToWhatPeopleRead(String html, String text, String target) {
    var links = Jsoup.parseBodyFragment(clean(html)).select("a[href]");
    assertThat(links).hasSize(1);
    assertThat(links.text()).isEqualTo(text);
    assertThat(links.attr("href")).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe src='https://count.example/c?x=1' width=1 height=1></iframe>",
        "<iframe src='https://www.googletagmanager.com/ns.html?id=G' height=0 width=0></iframe>",
        "<iframe src='https://ads.doubleclick.net/x' width=300></iframe>",
        "<iframe style='display:none' src='https://x.example/'></iframe>",
        "<iframe hidden src='https://x.example/'></iframe>",
        "<iframe srcdoc='&lt;p>x&lt;/p>' width=1 height=1></iframe>",
        "<iframe srcdoc='&lt;p>x&lt;/p>' style='display:none'></iframe>",
        "<iframe srcdoc='&lt;script>x&lt;/script>&lt;style>y&lt;/style>'>x</iframe>",
        "<iframe src='about:blank'>x</iframe>",
        "<iframe src='javascript:x()'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=https://example.org/a'></iframe>",
        "<div class='fb-like' data-href='https://example.org/other'></div>",
        "<div class='fb-comments' data-href='https://example.org/other'></div>",
        "<embed src='https://count.example/c.swf' width=1 height=1>",
        "<object data='https://count.example/c' width=0 height=0></object>",
        "<noscript><img height=1 width=1 src='https://www.facebook.com/tr?id=1'></noscript>",
        "<noscript>Veuillez activer JavaScript.</noscript>",
        "<img src='https://pixel.wp.com/b.gif' alt='compteur'>",
        "<img src='https://x.example/i.gif' width=1 height=1 alt='compteur'>",
        "<script>x</script><style>y</style><input type=hidden value=z>",
      })
  void countersAdvertisementsAndButtonsLeaveNothing(String html) {
    assertThat(clean("<p>Texte.</p>" + html)).isEqualTo("<p>Texte.</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math> | x^2+1/2
          <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msqrt><mi>c</mi></msqrt></mfrac></math> | (a+b)/(√(c))
          <math alttext="E=mc^2"><mi>E</mi></math> | E=mc^2
          <math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow><annotation encoding="application/x-tex">E=m</annotation></semantics></math> | E=m
          <math><msub><mi>H</mi><mn>2</mn></msub><mi>O</mi></math> | H_2O
          <span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span> | x
          Soit <script type="math/tex">\\frac{a}{b}</script>. | Soit \\frac{a}{b}.
          <svg><title>Les ventes</title><text>2024</text><text>2025</text></svg> | Les ventes 2024 2025
          <svg aria-hidden="true"><title>icône</title></svg>x | x
          <svg><foreignObject><p>Texte</p></foreignObject></svg> | Texte
          <canvas>Douze pour cent</canvas> | Douze pour cent
          <select><option>Oui<option>Non</select> | Oui Non
          <input type=checkbox checked> Lu <input type=checkbox> Rendu | ☑ Lu ☐ Rendu
          <input type=image alt="Chercher"> | Chercher
          <img class="emoji" src="data:image/svg+xml,x" alt="😀"> | 😀
          <img alt="Courbe des prix"> | Courbe des prix
          <applet alt="Simulation" code="x.class"></applet> | Simulation
          <span role="img" aria-label="feu"></span> | feu
          <fieldset><legend>Vote</legend>Pour</fieldset> | Vote Pour
          <noscript>Sondage : 12 %</noscript> | Sondage : 12 %
          """)
  void theWordsOfWhatIsDrawnStay(String html, String expected) {
    assertThat(text(html)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <amp-youtube data-videoid="AAA"></amp-youtube> | https://www.youtube.com/embed/AAA
          <lite-youtube videoid="AAA"></lite-youtube> | https://www.youtube.com/embed/AAA
          <object data="https://player.vimeo.com/video/1"></object> | https://player.vimeo.com/video/1
          <iframe data-litespeed-src="https://www.youtube.com/embed/AAA" src="about:blank"></iframe> | https://www.youtube.com/embed/AAA
          """)
  void knownPlayersPlayHoweverTheyAreNamed(String html, String source) {
    assertThat(Jsoup.parseBodyFragment(clean(html)).select("iframe").attr("src")).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<amp-img src='/i.jpg'></amp-img>", "<object data='/i.jpg' type='image/jpeg'></object>",
        "<embed src='/i.jpg'>", "<svg><image href='/i.jpg'/></svg>",
        "<svg><image xlink:href='/i.jpg'/></svg>", "<video poster='/i.jpg'></video>",
        "<model-viewer poster='/x' src='/i.jpg'></model-viewer>",
      })
  void imagesOfOtherElementsAreImages(String html) {
    assertThat(Jsoup.parseBodyFragment(clean(html)).select("img").eachAttr("src"))
        .containsExactly("https://example.org/i.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <iframe srcdoc="<p>Alpha <b onclick=x()>beta</b></p><script>x()</script>">gamma</iframe> | <p>Alpha <b>beta</b></p>
          <iframe srcdoc="&lt;p&gt;Alpha&lt;/p&gt;" src="about:blank"></iframe> | <p>Alpha</p>
          <iframe srcdoc="<html><head><title>x</title></head><body><p>Alpha</p></body></html>"></iframe> | <p>Alpha</p>
          <iframe srcdoc="<iframe srcdoc='<p>Alpha</p>'></iframe>"></iframe> | <p>Alpha</p>
          """)
  void thePageInAFrameStays(String html, String expected) {
    assertThat(clean(html)).isEqualTo(expected);
  }

  /// Pages load players only once someone clicks: until then the frame shows a picture of one.
  @Test
  void thePlayerGoesBeforeThePageInItsFrame() {
    var html = "<iframe src='https://www.youtube.com/embed/AAA' srcdoc='<b>Play</b>'></iframe>";
    var body = Jsoup.parseBodyFragment(clean(html));
    assertThat(body.select("iframe").attr("src")).isEqualTo("https://www.youtube.com/embed/AAA");
    assertThat(body.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<iframe srcdoc=<p>a", "<iframe/srcdoc="})
  void pagesInFramesInPagesCostNoMoreThanTheirLength(String start) {
    assertThat(clean(start.repeat(20_000)).length()).isLessThan(HtmlWriter.LONGEST + 10_000);
    var nested = "<p>a</p>";
    for (var depth = 0; depth < 12; depth++)
      nested = "<iframe srcdoc=\"" + nested.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
    assertThat(text(nested)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iframe", "noembed", "noframes", "object", "canvas", "template"})
  void fallbacksThatHoldFallbacksCostNoMoreThanTheirLength(String name) {
    var html = ("<" + name + ">a").repeat(20_000);
    assertThat(clean(html).length()).isLessThan(HtmlWriter.LONGEST + 10_000);
  }
}
