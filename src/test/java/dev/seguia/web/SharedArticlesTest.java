package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.publish.FeedFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Two sections of one newspaper that show the same articles, polled into one store.
final class SharedArticlesTest {
  private static final String ARCHIVE = "bbc_politics";

  /// The second section has ids of its own, and links that say where they were clicked.
  private static final Map<String, UnaryOperator<String>> SECTIONS =
      Map.of(
          "front",
          UnaryOperator.identity(),
          "politics",
          feed ->
              feed.replaceAll("(?s)(<item>.*?)</link>", "$1?utm_source=politics</link>")
                  .replace("</guid>", "#politics</guid>"));

  @Test
  void anArticleOfTwoSectionsIsOneEntryThatNamesThemBoth() throws Exception {
    try (var alone = new Replay(ARCHIVE);
        var both = new Replay(SECTIONS, ARCHIVE)) {
      var entries = both.world.all();
      assertThat(entries).hasSameSizeAs(alone.world.all());
      assertThat(entries)
          .allSatisfy(entry ->
              assertThat(entry.sightings())
                  .extracting(sighting -> sighting.source().url().getPath())
                  .containsExactlyInAnyOrder("/front", "/politics"));
      for (var format : FeedFormat.values())
        assertThat(PublishedFeed.read(format, both.all(format).body()).ids())
            .doesNotHaveDuplicates()
            .hasSameSizeAs(entries);
    }
  }
}
