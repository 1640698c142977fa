package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.TagExpression;
import dev.seguia.poll.PollWorld;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import dev.seguia.source.Source;
import dev.seguia.url.BaseUrl;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Aggregators that read each other, or themselves.
final class LoopTest {
  private static final BaseUrl BASE = BaseUrl.of("http://localhost:8360");

  private static final String FEED =
      """
      <rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>
      <title>Le Journal</title><link>https://j.example/</link><language>fr</language>
      <item><title>Les barrages sont pleins</title><guid isPermaLink='false'>tag:j,2025:1</guid>
      <link>https://j.example/1</link><pubDate>Fri, 14 Nov 2025 08:00:00 GMT</pubDate>
      <content:encoded>&lt;p&gt;Court.&lt;/p&gt;</content:encoded></item>
      <item><title>Sans adresse, une brève</title><guid isPermaLink='false'>tag:j,2025:2</guid>
      <description>Une brève sans lien.</description>
      <pubDate>Fri, 14 Nov 2025 09:00:00 GMT</pubDate></item>
      </channel></rss>
      """;

  private final PollWorld one = new PollWorld();
  private final PollWorld other = new PollWorld();

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private static PublishedDocument published(PollWorld world, FeedFormat format) {
    return new Publisher(world.entries, Config.defaults().feeds(), BASE)
        .feed(TagExpression.all(), format, OptionalInt.empty())
        .orElseThrow();
  }

  /// Has a world serve what another one publishes, and be polled by itself or the other.
  private static void show(PollWorld of, PollWorld at, FeedFormat format) {
    var document = published(of, format);
    at.server.serve("/out", document.contentType(), document.bytes());
  }

  private static void poll(PollWorld world, Source source) throws InterruptedException {
    world.poll(source);
    world.clock.advance(Duration.ofHours(1));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void ourOwnOutputIsNothingNew(FeedFormat format) throws InterruptedException {
    one.server.serve("/feed", "application/rss+xml", FEED);
    var feed = one.sourceAt("/feed", "Presse");
    var out = one.sourceAt("/out");
    one.sources.list(List.of(feed, out));
    poll(one, feed);
    var first = published(one, format).bytes();
    for (var round = 0; round < 3; round++) {
      show(one, one, format);
      poll(one, out);
    }
    assertThat(one.all()).hasSize(2);
    assertThat(published(one, format).bytes()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void twoThatReadEachOtherComeToRestWithEachArticleOnce(FeedFormat format)
      throws InterruptedException {
    one.server.serve("/feed", "application/rss+xml", FEED);
    var feed = one.sourceAt("/feed", "Presse");
    var back = one.sourceAt("/out");
    one.sources.list(List.of(feed, back));
    var there = other.sourceAt("/out", "Ailleurs");
    other.sources.list(List.of(there));
    poll(one, feed);
    for (var round = 0; round < 3; round++) {
      show(one, other, format);
      poll(other, there);
      show(other, one, format);
      poll(one, back);
    }
    var here = published(one, format).bytes();
    var beyond = published(other, format).bytes();
    show(one, other, format);
    poll(other, there);
    show(other, one, format);
    poll(one, back);
    assertThat(one.all()).hasSize(2);
    assertThat(other.all()).hasSize(2);
    assertThat(published(one, format).bytes()).isEqualTo(here);
    assertThat(published(other, format).bytes()).isEqualTo(beyond);
    assertThat(new String(beyond, java.nio.charset.StandardCharsets.UTF_8))
        .contains("/feed")
        .doesNotContain("Aussi dans");
  }
}
