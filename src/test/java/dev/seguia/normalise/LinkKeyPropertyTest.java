package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.url.Url;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LinkKeyPropertyTest {
  private static final String[] PIECES = {
    "http",
    "https",
    "javascript",
    "data",
    ":",
    "/",
    "//",
    "\\",
    "?",
    "#",
    "&",
    "=",
    "%",
    "%2f",
    "%C3%A9",
    "%00",
    "@",
    "..",
    ".",
    "example.org",
    "www.",
    "m.",
    "amp",
    ".amp",
    "index.html",
    "utm_source",
    "url",
    "q",
    "a",
    "é",
    "المغرب",
    "[",
    "]",
    "::1",
    ":80",
    ":443",
    ":8080",
    " ",
    "\t",
    "\n",
    "\u0000",
    "\ud800",
    "+",
    "!",
    "xn--",
    "\u3002",
    "https://www.google.com/url?q=",
    "https%3A%2F%2Fexample.org%2F",
    "#!",
    "#xtor=RSS-1",
    "fbclid=x"
  };

  /// A page, of which there are many spellings.
  record Page(String host, List<String> path, List<String> query) {
    String plain() {
      return "https://" + host + "/" + String.join("/", path) + query(query);
    }

    private static String query(List<String> pairs) {
      return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /// The page as others spell it.
    String spelt(Random random) {
      var pairs = new ArrayList<>(query);
      Collections.shuffle(pairs, random);
      if (random.nextBoolean()) pairs.add(random.nextInt(pairs.size() + 1), "utm_source=rss");
      var segments =
          path.stream().map(segment -> random.nextBoolean() ? escaped(segment) : segment);
      return pick(random, "http://", "https://", "HTTP://", " https:/")
          + pick(random, "", "user:secret@")
          + pick(random, "", "www.", "m.", "WWW.")
          + (random.nextBoolean() ? host.toUpperCase(java.util.Locale.ROOT) : host)
          + pick(random, "", ".")
          + pick(random, "/", "//", "/./", "/x/../")
          + String.join(pick(random, "/", "//", "/./"), segments.toList())
          + pick(random, "", "/")
          + query(pairs)
          + pick(random, "", "#part", "#xtor=RSS-1", "\n");
    }

    private static String pick(Random random, String... spellings) {
      return spellings[random.nextInt(spellings.length)];
    }

    private static String escaped(String text) {
      var escaped = new StringBuilder();
      for (var octet : text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        escaped.append("%%%02x".formatted(octet & 0xff));
      return escaped.toString();
    }
  }

  @Provide
  Arbitrary<Page> pages() {
    var host = Arbitraries.of("example.org", "news.example.ma", "xn--bcher-kva.example", "a.b.c.d");
    var segment = Arbitraries.strings().withChars("abZ09-_~é").ofMinLength(1).ofMaxLength(8);
    var name = Arbitraries.of("id", "p", "page", "n", "cat");
    var pair =
        Combinators.combine(name, Arbitraries.integers().between(0, 99)).as((a, b) -> a + "=" + b);
    return Combinators.combine(
            host, segment.list().ofMaxSize(4), pair.list().uniqueElements().ofMaxSize(3))
        .as(Page::new);
  }

  @Provide
  Arbitrary<String> almostUrls() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000, seed = "20251114")
  void equalPagesHaveEqualKeysHoweverTheyAreSpelt(@ForAll("pages") Page page, @ForAll long seed) {
    var spelt = page.spelt(new Random(seed));
    assertThat(LinkKey.of(spelt)).as(spelt).isPresent().isEqualTo(LinkKey.of(page.plain()));
  }

  @Property(tries = 2000, seed = "20251114")
  void otherPagesHaveOtherKeys(@ForAll("pages") Page one, @ForAll("pages") Page other) {
    if (!one.path().equals(other.path()))
      assertThat(LinkKey.of(one.plain())).isNotEqualTo(LinkKey.of(other.plain()));
  }

  @Property(tries = 10_000, seed = "20251114")
  void theKeyOfAKeyIsTheKey(@ForAll("almostUrls") String text) {
    LinkKey.of("https://" + text)
        .ifPresent(key -> assertThat(LinkKey.of("https://" + key)).as(text).contains(key));
  }

  @Property(tries = 10_000, seed = "20251114")
  void cleaningTwiceIsCleaningOnceAndKeepsThePage(@ForAll("almostUrls") String text) {
    var clean = LinkCleaner.clean("https://" + text);
    clean.ifPresent(link -> {
      assertThat(LinkCleaner.clean(link)).contains(link);
      assertThat(LinkKey.of(link)).isEqualTo(LinkKey.of("https://" + text));
    });
  }

  @Property(tries = 5000, seed = "20251114")
  void anyTextIsAUrlOfTheWebOrNone(@ForAll("almostUrls") String text) {
    Url.parse(text)
        .ifPresent(url -> {
          assertThat(url.toString()).matches("https?://[^/?#\\s<>\"@]+([/?#][^\\s<>\"]*)?");
          assertThat(Url.parse(url.toString())).map(Url::toString).contains(url.toString());
          assertThat(url.toString().length()).isLessThan(10_000);
        });
  }
}
