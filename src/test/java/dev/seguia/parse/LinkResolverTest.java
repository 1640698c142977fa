package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkResolverTest {
  private static final URI BASE = URI.create("http://a/b/c/d;p?q");

  /// The examples of RFC 3986 section 5.4, and what is no URI by the letter.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "g:h, g:h",
    "g, http://a/b/c/g",
    "./g, http://a/b/c/g",
    "g/, http://a/b/c/g/",
    "/g, http://a/g",
    "//g, http://g",
    "?y, http://a/b/c/d;p?y",
    "g?y, http://a/b/c/g?y",
    "#s, http://a/b/c/d;p?q#s",
    "g;x, http://a/b/c/g;x",
    "., http://a/b/c/",
    "../g, http://a/b/g",
    "../../../g, http://a/g",
    "/../g, http://a/g",
    "été 1.html, http://a/b/c/été%201.html",
    "a|b?c[]=100%, http://a/b/c/a%7Cb?c%5B%5D=100%25",
    "http://x/a b, http://x/a b"
  })
  void resolves(String reference, String expected) {
    assertThat(LinkResolver.resolve(BASE, reference)).contains(expected);
  }

  @Property(seed = "20251114")
  void neverThrows(@ForAll String reference) {
    assertThat(LinkResolver.resolve(BASE, reference)).isNotNull();
  }
}
