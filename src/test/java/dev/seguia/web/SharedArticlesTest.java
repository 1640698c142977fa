package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.FeedFormat;
import java.util.Map;
import java.util.Optional;
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
              assertThat(entry.tags())
                  .extracting(tag -> tag.tag().name())
                  .contains("bbc", "front", "politics"))
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

  @Test
  void whatWasSplitStaysSplitThroughPollsAndARestart() throws Exception {
    try (var both = new Replay(SECTIONS, ARCHIVE)) {
      var before = both.world.all();
      var merged = before.getFirst();
      assertThat(both.world.entries.split(merged.id(), Optional.empty())).hasSize(1);
      both.pollAgain();
      both.restart();
      assertThat(both.world.all()).hasSize(before.size() + 1);
      var ids = PublishedFeed.read(FeedFormat.ATOM, both.all(FeedFormat.ATOM).body()).ids();
      assertThat(ids).doesNotHaveDuplicates().hasSize(before.size() + 1).contains(merged.id());
      assertThat(both.world.entries.entry(merged.id()).orElseThrow().sightings()).hasSize(1);
    }
  }
}
