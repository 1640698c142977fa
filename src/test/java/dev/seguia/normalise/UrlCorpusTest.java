package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.Corpus;
import dev.seguia.url.Url;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// URLs of the corpus, as a crawler (crawler-commons) and browsers (web-platform-tests) read them.
final class UrlCorpusTest {
  /// What no link to an article has, and we read otherwise than browsers do: hosts that are
  /// numbers, which they count out and we leave as they are written; hosts that have to be mapped
  /// to be names (UTS 46); `http:` without slashes, which to them is relative; characters that are
  /// none.
  private static final Pattern NEVER_SEEN =
      Pattern.compile(
          "(?i)^https?:[/\\\\]*(?:[0-9a-fx.]+|%30.*|\\[.*|%5B.*|[^/]*[^\\p{ASCII}].*|%e2.*|a%C2.*|f:0+.*)(?:[/:?#].*)?$"
              + "|^http:/?[^/]*/?$|^http::@.*|.*[\\p{Cc}\\p{Cn}'].*");

  @Test
  void namesTheSamePageAsACrawlerDoes() throws IOException {
    var pairs = 0;
    var others = new ArrayList<String>();
    for (var line : Files.readAllLines(Corpus.path("robots-urls/urls/weirdToNormalizedUrls.csv"))) {
      var comma = line.lastIndexOf(", ");
      if (comma < 0 || line.startsWith("#")) continue;
      pairs++;
      var raw = line.substring(0, comma);
      if (!LinkKey.of(raw).equals(LinkKey.of(line.substring(comma + 2)))) others.add(raw);
    }
    assertThat(pairs).isGreaterThan(100);
    // Quotation marks of the table itself, an address without its scheme, and a raw octet that is
    // no UTF-8: all of them are left to whoever resolves them.
    assertThat(others)
        .hasSize(3)
        .anyMatch(raw -> raw.startsWith("\""))
        .contains("foo.com/index.html")
        .anyMatch(raw -> raw.startsWith("http://x.com/foo"));
  }

  @Test
  void resolvesAsBrowsersDo() throws IOException {
    var file = Corpus.path("robots-urls/urls/wpt-urltestdata.json");
    var cases = 0;
    var others = new ArrayList<String>();
    for (var one : JsonMapper.shared().readTree(file.toFile())) {
      var base = Url.parse(one.path("base").asString(""));
      var wanted = wanted(one);
      var isOurs = wanted.map(url -> url.startsWith("http")).orElse(base.isPresent());
      if (!isOurs || (base.isEmpty() && one.path("base").isString())) continue;
      cases++;
      var input = one.path("input").asString("");
      var got = base.map(url -> url.resolve(input)).orElseGet(() -> Url.parse(input));
      if (!got.map(Url::toString).flatMap(LinkKey::of).equals(wanted.flatMap(LinkKey::of)))
        others.add(input);
    }
    assertThat(cases).isGreaterThan(250);
    assertThat(others).hasSizeLessThan(60).allMatch(input -> NEVER_SEEN.matcher(input).matches());
  }

  private static Optional<String> wanted(JsonNode one) {
    return one.path("failure").asBoolean(false)
        ? Optional.empty()
        : Optional.of(one.path("href").asString(""));
  }
}
