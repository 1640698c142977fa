package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.LinkRules;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkKeyTest {
  private static String key(String link) {
    return LinkKey.of(link).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://www.Example.org/a/ | example.org/a
          https://example.org./a | example.org/a
          https://m.example.org:443/a | example.org/a
          https://amp.www.example.org/a | example.org/a
          https://m.ma/a | m.ma/a
          https://example.org:8443/a | example.org:8443/a
          https://example.org | example.org
          https://example.org/? | example.org
          https://user:pw@example.org/a | example.org/a
          https://bücher.example/é | xn--bcher-kva.example/%C3%A9
          https://example.org/%c3%a9%7Ea | example.org/%C3%A9~a
          https://example.org//a/./b/../c/ | example.org/a/c
          https://example.org/A/b | example.org/A/b
          https://example.org/a/amp/ | example.org/a
          https://example.org/amp/a | example.org/a
          https://example.org/a.amp | example.org/a
          https://example.org/a.amp.html | example.org/a
          https://example.org/a/index.html | example.org/a
          https://example.org/a?amp | example.org/a
          https://example.org/a?amp=1&outputType=amp | example.org/a
          https://example.org/a?outputType=xml | example.org/a?outputType=xml
          https://example.org/a?b=2&a=1 | example.org/a?a=1&b=2
          https://example.org/a?b=&a= | example.org/a
          https://example.org/a?b=&a=1 | example.org/a?a=1&b
          https://example.org/a?utm_source=rss&UTM_Medium=x&id=7 | example.org/a?id=7
          https://example.org/a?fbclid=x&xtor=RSS-1&at_medium=RSS&ns_mchannel=rss | example.org/a
          https://example.org/a?ref=rss&source=www.example.org | example.org/a
          https://example.org/a?ref=77&source=wire&src=x&id=1&cid=2&mod=3 | example.org/a?cid=2&id=1&mod=3&ref=77&source=wire&src=x
          https://www.youtube.com/watch?v=x&feature=youtu.be&si=9 | youtube.com/watch?v=x
          https://example.org/watch?v=x&feature=y | example.org/watch?feature=y&v=x
          https://www.amazon.fr/dp/1?tag=x&ref_=y | amazon.fr/dp/1
          https://fr.example.ma/eco/pluie-utile_ABCDEFGHIJKLMNOPQRSTUVWX27/ | fr.example.ma/_ABCDEFGHIJKLMNOPQRSTUVWX27
          https://fr.example.ma/une/pluie_ABCDEFGHIJKLMNOPQRSTUVWX27/?outputType=amp | fr.example.ma/_ABCDEFGHIJKLMNOPQRSTUVWX27
          https://fr.example.ma/eco/pluie_ABCDEFGHIJKLMNOPQRSTUVWXY28 | fr.example.ma/eco/pluie_ABCDEFGHIJKLMNOPQRSTUVWXY28
          https://fr.example.ma/eco/pluie_abcdefghijklmnopqrstuvwx27 | fr.example.ma/eco/pluie_abcdefghijklmnopqrstuvwx27
          https://example.org/a#comments | example.org/a
          https://example.org/a#xtor=RSS-1 | example.org/a
          https://example.org/a#!/b | example.org/a#!/b
          https://example.org/?q=a%20b | example.org?q=a+b
          https://www.google.com/url?q=https://example.org/a%3Fb%3D1&sa=D | example.org/a?b=1
          https://www.google.fr/url?rct=j&url=https://example.org/a&ct=ga | example.org/a
          https://www.google.com/amp/s/www.example.org/a | example.org/a
          https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a/amp | example.org/a
          https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=x | example.org/a
          https://t.umblr.com/redirect?z=https%3A%2F%2Fexample.org%2Fa&t=x | example.org/a
          https://out.reddit.com/t3_x?url=https%3A%2F%2Fexample.org%2Fa | example.org/a
          http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fexample.org%2fa | example.org/a
          https://r.search.yahoo.com/_ylt=x/RV=2/RE=1/RO=10/RU=https%3a%2f%2fexample.org%2fa/RK=0/RS=x- | example.org/a
          http://rss.feedsportal.com/c/1/f/2/s/3/sc/4/l/0L0Sexample0Borg0Ca0Eb0Bhtml/story01.htm | example.org/a-b.html
          https://example.org/go?url=https://other.org/a | example.org/go?url=https://other.org/a
          javascript:alert(1) |
          /a/b |
          https:// |
          https://exa mple.org/ |
          """)
  void isOneForAllSpellingsOfAPage(String link, String expected) {
    assertThat(key(link)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void leavesOutWhatTheSourceTaughtUs() {
    var rules = new LinkRules(new TreeSet<>(Set.of("ito")), false);
    assertThat(LinkKey.of("https://example.org/a?ito=1490&p=2", rules))
        .contains("example.org/a?p=2");
  }

  @Test
  void keepsTheQueryWhereItTellsEntriesApart() {
    var rules = new LinkRules(new TreeSet<>(), true);
    assertThat(LinkKey.of("https://example.org/a?utm_source=1", rules))
        .contains("example.org/a?utm_source=1");
  }
}
