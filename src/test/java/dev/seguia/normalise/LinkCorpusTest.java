package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Pairs of spellings and URLs that others made.
final class LinkCorpusTest {
  @Test
  void givesSpellingsOfOneUrlOneKey() throws IOException {
    var differing = new ArrayList<String>();
    for (var line : Files.readAllLines(Corpus.path("robots-urls/urls/weirdToNormalizedUrls.csv"))) {
      var comma = line.lastIndexOf(',');
      if (line.startsWith("#") || comma < 0 || !line.startsWith("http")) continue;
      var weird = LinkKey.of(line.substring(0, comma));
      var normal = LinkKey.of(line.substring(comma + 1).strip());
      if (!weird.equals(normal)) differing.add(line + " : " + weird + " " + normal);
    }
    assertThat(differing).as("%s", String.join("\n", differing)).hasSizeLessThan(6);
  }

  @Test
  void resolvesAsBrowsersDo() throws IOException {
    var cases = 0;
    var differing = new ArrayList<String>();
    for (var test :
        new JsonMapper()
            .readTree(Files.readString(Corpus.path("robots-urls/urls/wpt-urltestdata.json")))) {
      if (!test.isObject() || !test.path("href").asString("").startsWith("http")) continue;
      var base = test.path("base").asString("");
      var input = test.path("input").asString("");
      if ((!base.isEmpty() && !base.startsWith("http"))
          || !test.path("username").asString("").isEmpty()) continue;
      var url =
          base.isEmpty() ? Url.parse(input) : Url.parse(base).flatMap(from -> from.resolve(input));
      var key = url.map(found -> LinkKey.of(found, dev.seguia.feed.LinkRules.none(), false));
      cases++;
      if (!key.equals(LinkKey.of(test.path("href").asString(""))))
        differing.add(
            input + " on " + base + " : " + key + " for " + test.path("href").asString(""));
    }
    // Hosts that are numbers in disguise, and how browsers encode what we leave out.
    assertThat(differing).as("%s", String.join("\n", differing)).hasSizeLessThan(cases / 6);
  }
}
