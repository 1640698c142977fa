package dev.seguia.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlPatternTest {
  @ParameterizedTest(name = "{0} is like {1}")
  @CsvSource({
    "/world/a-long-title-2025-11-14/, /sports/tennis/other-2025-11-15/",
    "/news/Some-title-6342346.html, /tests/Quite-another-title-of-a-test-6334544.html",
    "/2025/11/14/bridge, /2025/11/13/the-mayor-will-not-run",
    "/politique/une-visite-officielle-en-juin, /sport/le-match-est-reporte-a-lundi",
    "/a/some-title-a-833e9181-c556-424a-885a-3fd08eb3fa72, /b/c/it-a-3e270014-081f-4496-b460-fdd2a54d19e6",
    "/notices.php?id=812, /notices.php?id=9",
    "/عنوان-طويل-من-كلمات-1045678.html, /%D8%A7%D9%84-1045660.html",
  })
  void addressesThatAreBuiltAlikeHaveOneForm(String one, String other) {
    assertThat(form(one).form()).isEqualTo(form(other).form());
  }

  @ParameterizedTest(name = "{0} is unlike {1}")
  @CsvSource({
    "/news/Some-title-6342346.html, /prices/6342346.html",
    "/news/Some-title-6342346.html, /about/our-offices",
    "/politics/short-title, /sport/short-title",
    "/notices.php?id=812, /pages.php?id=812",
  })
  void otherAddressesHaveAnother(String one, String other) {
    assertThat(form(one).form()).isNotEqualTo(form(other).form());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/world/a-long-title-2025-11-14/, 2",
    "/2025/11/14/bridge, 2",
    "/a-title-of-four-words, 2",
    "/news/Some-title-6342346.html, 2",
    "/notices.php?id=812, 1",
    "/prices/6342346.html, 1",
    "/about/our-new-offices, 1",
    "/sport/, 0",
    "/tag/rain, -3",
    "/author/jane-doe, -3",
    "/tag-team-wins-the-cup-again, 2",
  })
  void theFormSpeaksForAnArticleOrNot(String path, int worth) {
    assertThat(form(path).worth()).isEqualTo(worth);
  }

  @Property(seed = "20251114")
  void everyAddressHasAForm(@ForAll("paths") String path) {
    assertThat(form(path).form()).isNotNull();
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
            "/", "-", "2025", "11", "a", "word", "12345678", ".html", "?id=", "%D8", "1f")
        .list()
        .ofMaxSize(40)
        .map(parts ->
            "/"
                + String.join("", parts)
                    .replaceFirst("\\?id=", "\u0000")
                    .replace("?id=", "")
                    .replace("\u0000", "?id="));
  }

  private static UrlPattern form(String path) {
    return UrlPattern.of(URI.create("https://www.example.org" + path), "");
  }
}
