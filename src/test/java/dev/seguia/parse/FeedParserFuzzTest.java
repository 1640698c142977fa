package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seguia.testing.Seeds;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks for documents that break the parser, or that get more out of it than the limits allow.
final class FeedParserFuzzTest {
  private static final URI LOCATION = URI.create("https://example.org/feed.xml");

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void everyDocumentIsReadWithinTheLimitsOrRefused(byte[] body) {
    switch (new FeedParser().parse(LOCATION, Optional.empty(), body)) {
      case ParseResult.Unreadable(var reason, _) ->
          assertThat(reason).isNotBlank().doesNotContain("\n");
      case ParseResult.Parsed(var feed, _) -> {
        assertThat(feed.entries()).hasSizeLessThanOrEqualTo(ParseLimits.ENTRIES);
        for (var entry : feed.entries()) {
          assertThat(entry.title().value().length()).isLessThanOrEqualTo(ParseLimits.TITLE);
          assertThat(entry.content().value().length()).isLessThanOrEqualTo(ParseLimits.CONTENT);
          assertThat(entry.authors()).hasSizeLessThanOrEqualTo(ParseLimits.AUTHORS);
          assertThat(entry.categories()).hasSizeLessThanOrEqualTo(ParseLimits.CATEGORIES);
        }
      }
    }
  }

  static Stream<byte[]> seeds() {
    return Stream.concat(
        Stream.of(
                "<rss version='2.0'><channel><item><title>a&b</title></item></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>x</id></entry></feed>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":1}]}")
            .map(feed -> feed.getBytes(StandardCharsets.UTF_8)),
        Seeds.feeds());
  }
}
