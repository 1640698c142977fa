package dev.seguia.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PercentEncodingTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "IRI,   /a b,          /a%20b",
        "IRI,   /été/مقال,     /été/مقال",
        "URI,   /été,          /%C3%A9t%C3%A9",
        "URI,   /a%20b%zz%,    /a%20b%25zz%25",
        "IRI,   /100%,         /100%25",
        "IRI,   /{id}|<x>^`,   /%7Bid%7D%7C%3Cx%3E%5E%60",
        "IRI,   http://[::1]/, http://[::1]/",
        "PATH,  /a[1]?b#c,     /a%5B1%5D%3Fb%23c",
        "QUERY, q=a?b/c#d,     q=a?b/c%23d",
        "USER,  me:p@ss/word,  me:p%40ss%2Fword",
        "URI,   😀,            %F0%9F%98%80",
        "IRI,   a\u3000b,      a%E3%80%80b",
        "IRI,   a\ud800b,      ab",
        "URI,   a\ud800b,      ab",
        "IRI,   a\u0001b,      a%01b",
      })
  void encodesWhatMayNotStand(PercentEncoding encoding, String text, String expected) {
    assertThat(encoding.encode(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void leavesWhatIsEncodedAsItIs(PercentEncoding encoding) {
    assertThat(encoding.encode("a%2fb%2F%C3%A9")).isEqualTo("a%2fb%2F%C3%A9");
  }

  @Property
  void encodesEachTextOnce(@ForAll PercentEncoding encoding, @ForAll String text) {
    var once = encoding.encode(text);
    assertThat(encoding.encode(once)).isEqualTo(once);
  }

  @Property
  void makesAPathOfAnyText(@ForAll String text) {
    assertThat(URI.create("http://a.example/" + PercentEncoding.PATH.encode(text))).isNotNull();
    assertThat(PercentEncoding.URI.encode(text)).matches("\\p{ASCII}*");
  }

  @Property
  void readsHeadersAsTheOctetsThatTheyAre(@ForAll String text) {
    var octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    var encoded = PercentEncoding.URI.encodeOctets(octets);
    assertThat(encoded).matches("\\p{ASCII}*");
    assertThat(PercentEncoding.URI.encode(encoded)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource({"é, %C3%A9", "%e9, %E9", "%41%7e, A~", "a b, a%20b", "100%, 100%25"})
  void hasOneSpellingForEqualTexts(String text, String canonical) {
    assertThat(PercentEncoding.canonical(text)).isEqualTo(canonical);
  }
}
