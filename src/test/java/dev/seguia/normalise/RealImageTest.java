package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real image or none, wherever a page keeps its address.
final class RealImageTest {
  private static final String REAL = "https://example.org/a/real.jpg";

  private static final String[] NO_IMAGES =
      ("|src=''|src='#'|src='#x'|src='b.html'|src='/'|src='blank.gif'|src='data:image/gif;base64,R0'"
              + "|src='about:blank'|src='javascript:x'|src='x_{width}x.jpg'|src='{{ url }}'"
              + "|src='%%url%%.jpg'|src='${url}'|src='<%= url %>'|src='[[url]].png'|src='/p/1x1.png'"
              + "|src='lazy-placeholder.svg'|src='loading_640x480.gif'|src='https://via.placeholder.com/640'"
              + "|src='undefined'|src='grey.gif'|src='img/placeholder-300x200.png'|src='%7Bwidth%7D.jpg'"
              + "|src='blob:https://example.org/1'|src='file:///c:/x.jpg'|src='cid:x'")
          .split("\\|", -1);

  private static String clean(String html) {
    return new HtmlCleaner().clean(html, Optional.of(URI.create("https://example.org/a/b.html")));
  }

  private static java.util.List<String> images(String html) {
    return Jsoup.parseBodyFragment(clean(html)).select("img").eachAttr("src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img # data-src='real.jpg'>",
        "<img # data-lazy-src='real.jpg'>",
        "<img # data-any-name-at-all='real.jpg'>",
        "<img # data-any-name-at-all='real.jpg 640w, big.jpg 1280w'>",
        "<img # other='real.jpg?w=1'>",
        "<img # srcset='real.jpg 1x'>",
        "<img # data-srcset='real.jpg 640w, x_{width}.jpg 2w'>",
        "<img # data-srcset='{{ set }}' srcset='real.jpg 1x'>",
        "<img # data-src='{{ url }}' data-original='real.jpg'>",
        "<img # data-src='real.jpg 640w, big.jpg 1280w'>",
        "<img # data-bg='real.jpg'>",
        "<img # style='background-image: url(real.jpg)'>",
        "<img #><noscript><img src='real.jpg'></noscript>",
        "<p><img #> <noscript><p><img src='real.jpg' class=x></p></noscript></p>",
        "<img class='lazyload' #><noscript><img src='real.jpg'></noscript>",
        "<picture><source srcset='real.jpg'><img #></picture>",
        "<picture><source data-srcset='real.jpg 2x'><img #></picture>",
        "<picture><source srcset='{{ url }}'><img #></picture><noscript><img src='real.jpg'></noscript>",
        "<noscript><img src='real.jpg'></noscript><img #>",
        "<a href=/x><img # data-src=real.jpg></a>",
      })
  void standsElsewhere(String html) {
    for (var none : NO_IMAGES) {
      var found = images(html.replace("#", none));
      assertThat(found).as(html.replace("#", none)).hasSize(1);
      assertThat(found.getFirst()).startsWith(REAL);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<picture><source srcset='real.jpg'></picture>",
        "<div style=\"background: #fff url( 'real.jpg' ) no-repeat\"></div>",
        "<a href=/x data-bg='url(real.jpg)'></a>",
        "<figure><span style='background-image:url(&quot;real.jpg&quot;)'></span></figure>",
        "<img src='thumb.jpg' class='lazyload'><noscript><img src='real.jpg'></noscript>",
        "<img src='thumb.jpg' data-src='real.jpg'><noscript><img src='real.jpg'></noscript>",
        "<img src='real.jpg' data-large-file='large.jpg' data-permalink='x.html'>",
        "<img src='real.jpg'><noscript><img height=1 width=1 src='https://x.example/p'></noscript>",
      })
  void isFoundOnce(String html) {
    assertThat(images(html)).containsExactly(REAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "real.jpg",
        "loading.jpg",
        "grey-wolf.png",
        "spacer-planet-photo.gif",
        "pixel-6.jpg",
        "100%.jpg",
        "clear-sky.png",
        "~media/{1A2B3C4D-0000-4444-8888-ABCDEF012345}.ashx",
        "image?id=7",
        "photo",
        "?img=7",
        "transparent-democracy.jpg",
        "%D8%B3%D8%AF.jpg",
        "lazy-sunday.png",
      })
  void isNotMistakenForASpacer(String source) {
    assertThat(images("<img src='" + source + "'>")).hasSize(1);
  }

  @org.junit.jupiter.api.Test
  void neverIsASpacerATemplateOrThePage() {
    for (var none : NO_IMAGES) {
      assertThat(clean("<p>x</p><img " + none + ">")).as(none).isEqualTo("<p>x</p>");
      assertThat(clean("<p>x</p><video " + none.replace("src", "poster") + " src=v.mp4></video>"))
          .as(none)
          .doesNotContain("poster=");
    }
  }
}
