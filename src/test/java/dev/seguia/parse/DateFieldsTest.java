package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.RawFeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which of an entry's date fields counts, in every format.
final class DateFieldsTest {
  private static final Instant TEN = Instant.parse("2025-11-14T10:00:00Z");
  private static final String NAMESPACES =
      "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:a10='http://www.w3.org/2005/Atom'"
          + " xmlns:dcterms='http://purl.org/dc/terms/'"
          + " xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'";

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<pubDate>soon</pubDate><dc:date>2025-11-14T10:00:00Z</dc:date>",
        "<dc:date>2025-11-14T10:00:00Z</dc:date><pubDate>soon</pubDate>",
        "<pubDate>soon</pubDate><pubDate>Fri, 14 Nov 2025 10:00:00 GMT</pubDate>",
        "<pubDate/><published>2025-11-14T10:00:00Z</published>",
        "<pubDate>soon</pubDate><updated>2025-11-14T10:00:00Z</updated>",
        "<pubDate>soon</pubDate><a10:updated>2025-11-14T10:00:00Z</a10:updated>",
        "<pubDate>soon</pubDate><a10:published>2025-11-14T10:00:00Z</a10:published>",
        "<pubDate>soon</pubDate><dcterms:created>2025-11-14T10:00:00Z</dcterms:created>",
        "<pubDate>soon</pubDate><dcterms:modified>2025-11-14T10:00:00Z</dcterms:modified>",
        "<pubDate>0000-00-00</pubDate><date>1763114400</date>",
        "<pubDate>soon</pubDate><prism:publicationDate>2025-11-14T10:00:00Z</prism:publicationDate>"
      })
  void theFirstOfRssThatCanBeRead(String fields) {
    assertDated(rss(fields));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<published>soon</published><updated>2025-11-14T10:00:00Z</updated>",
        "<updated>soon</updated><published>2025-11-14T10:00:00Z</published>",
        "<issued>soon</issued><modified>2025-11-14T10:00:00Z</modified>",
        "<published>soon</published><dc:date>2025-11-14T10:00:00Z</dc:date>"
      })
  void theFirstOfAtomThatCanBeRead(String fields) {
    assertDated(
        "<feed xmlns='http://www.w3.org/2005/Atom' "
            + NAMESPACES
            + "><entry><id>urn:1</id>"
            + fields
            + "</entry></feed>");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "'date_published':'soon','date_modified':'2025-11-14T10:00:00Z'",
        "'date_published':1763114400",
        "'date_published':1763114400000",
        "'date_published':1763114400.0",
        "'date_published':'','published':'2025-11-14T10:00:00Z'",
        "'date_modified':'soon','pubDate':'Fri, 14 Nov 2025 10:00:00 GMT'"
      })
  void theFirstOfJsonFeedThatCanBeRead(String fields) {
    assertDated(
        ("{'version':'https://jsonfeed.org/version/1.1','items':[{'id':'1'," + fields + "}]}")
            .replace('\'', '"'));
  }

  @Test
  void tellsWhatWasNotUnderstoodWhereThereIsNoOtherDate() {
    var feed = parse(rss("<pubDate>sometime in\n the  spring</pubDate>"));
    assertThat(feed.unreadDates())
        .contains("dates not understood: 1 of 1, as in 'sometime in the spring'");
    assertThat(parse(rss("")).unreadDates()).isEmpty();
    assertThat(parse(rss("<pubDate> </pubDate>")).unreadDates()).isEmpty();
  }

  private static void assertDated(String document) {
    var feed = parse(document);
    var entry = feed.entries().getFirst();
    assertThat(entry.published().or(entry::updated)).contains(TEN);
    assertThat(feed.unreadDates()).isEmpty();
  }

  private static String rss(String fields) {
    return "<rss version='2.0' "
        + NAMESPACES
        + "><channel><title>t</title><item><title>One</title>"
        + fields
        + "</item></channel></rss>";
  }

  private static RawFeed parse(String document) {
    var result =
        new FeedParser()
            .parse(
                URI.create("https://one.example/feed"),
                Optional.empty(),
                document.getBytes(StandardCharsets.UTF_8));
    return Stream.of(result)
        .filter(ParseResult.Parsed.class::isInstance)
        .map(ParseResult.Parsed.class::cast)
        .findFirst()
        .orElseThrow()
        .feed();
  }
}
