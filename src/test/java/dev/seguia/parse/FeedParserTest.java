package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import dev.seguia.parse.ParseResult.Looks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedParserTest {
  private static final URI LOCATION = URI.create("https://example.org/news/feed.xml");
  private final FeedParser parser = new FeedParser();

  @Test
  void readsAnEntryOfRss() {
    var entry =
        only(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
              <item><title>Rain &amp; sun</title><link>/rain</link><guid isPermaLink="false">n1</guid>
                <description>Short</description><content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>
                <pubDate>Fri, 14 Nov 2025 10:00:00 +0100</pubDate><author>desk@example.org (Desk)</author>
                <dc:creator>Amal</dc:creator><category>Weather</category>
                <enclosure url="rain.mp3" type="audio/mpeg" length="12"/></item></channel></rss>\
            """);
    assertThat(entry.id()).contains("n1");
    assertThat(entry.link()).contains("https://example.org/rain");
    assertThat(entry.title()).isEqualTo(Text.unknown("Rain & sun"));
    assertThat(entry.summary()).isEqualTo(Text.unknown("Short"));
    assertThat(entry.content()).isEqualTo(Text.html("<p>Long</p>"));
    assertThat(entry.published()).contains(Instant.parse("2025-11-14T09:00:00Z"));
    assertThat(entry.authors())
        .containsExactly(
            new Person("Desk", Optional.of("desk@example.org"), Optional.empty()),
            Person.named("Amal"));
    assertThat(entry.categories()).containsExactly("Weather");
    assertThat(entry.enclosures())
        .containsExactly(
            new Enclosure(
                "https://example.org/news/rain.mp3",
                Optional.of("audio/mpeg"),
                OptionalLong.of(12)));
  }

  @Test
  void readsAnEntryOfAtomAgainstItsBase() {
    var entry =
        only(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/"><id>urn:f</id>
              <author><name>Amal</name></author>
              <entry xml:base="2025/"><id>urn:1</id><title type="html">&lt;b&gt;One&lt;/b&gt;</title>
                <link href="one"/><updated>2025-11-14T10:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi <br/>you</p></div></content>
              </entry></feed>\
            """);
    assertThat(entry.id()).contains("urn:1");
    assertThat(entry.link()).contains("https://example.org/blog/2025/one");
    assertThat(entry.base()).contains(URI.create("https://example.org/blog/2025/"));
    assertThat(entry.title()).isEqualTo(Text.html("<b>One</b>"));
    assertThat(entry.content()).isEqualTo(Text.html("<p>Hi <br>you</p>"));
    assertThat(entry.published()).isEmpty();
    assertThat(entry.updated()).contains(Instant.parse("2025-11-14T10:00:00Z"));
    assertThat(entry.authors()).containsExactly(Person.named("Amal"));
  }

  @Test
  void readsAnItemOfJsonFeed() {
    var entry =
        only(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
              {"id": 7, "url": "a", "content_text": "x < y", "tags": ["t"], "author": {"name": "Amal"},
               "date_published": "2025-11-14T10:00:00Z"}]}\
            """);
    assertThat(entry.id()).contains("7");
    assertThat(entry.link()).contains("https://example.org/news/a");
    assertThat(entry.content()).isEqualTo(Text.plain("x < y"));
    assertThat(entry.categories()).containsExactly("t");
    assertThat(entry.authors()).containsExactly(Person.named("Amal"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', the document is empty, NOTHING",
    "'<html><body>Sign in</body></html>', 'an HTML page, not a feed', PAGE",
    "'<!-- a --><html><body>Sign in</body></html>', 'an HTML page, not a feed', PAGE",
    "hello, neither XML nor JSON, SITEMAP",
    "'{\"a\": 1}', 'JSON, but no JSON Feed', NOTHING",
    "'<urlset/>', 'a sitemap, not a feed', SITEMAP"
  })
  void saysWhyADocumentIsNoFeed(String body, String reason, Looks looks) {
    assertThat(parse(body)).isEqualTo(new ParseResult.Unreadable(reason, looks));
  }

  private RawEntry only(String body) {
    var entries = feed(body).entries();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private RawFeed feed(String body) {
    var result = parse(body);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).feed();
  }

  private ParseResult parse(String body) {
    return parser.parse(LOCATION, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }
}
