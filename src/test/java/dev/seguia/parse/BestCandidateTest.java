package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a document offers several of a kind, the best counts, wherever it stands: what nobody can
/// use is not taken first and thrown away later.
final class BestCandidateTest {
  private static final String NAMESPACES =
      " xmlns:media='http://search.yahoo.com/mrss/' xmlns:atom='http://www.w3.org/2005/Atom'"
          + " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
          + " xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'"
          + " xmlns:dc='http://purl.org/dc/elements/1.1/'>";

  private static RawFeed read(String text) {
    var result =
        new FeedParser()
            .parse(
                URI.create("https://site.example/feed"),
                Optional.empty(),
                text.getBytes(StandardCharsets.UTF_8));
    return ((ParseResult.Parsed) result).feed();
  }

  private static RawEntry atom(String inner) {
    return read("<feed xmlns='http://www.w3.org/2005/Atom'"
            + NAMESPACES
            + "<entry>"
            + inner
            + "</entry></feed>")
        .entries()
        .getFirst();
  }

  private static RawEntry rss(String inner) {
    return read("<rss version='2.0'"
            + NAMESPACES
            + "<channel><item>"
            + inner
            + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link href='gemini://site.example/a'/><link href='https://site.example/a'/>",
        "<link rel='alternate' type='text/html' href='nostr:x'/><link rel='alternate' type='application/xhtml+xml' href='https://site.example/a'/>",
        "<link type='application/json' href='/a.json'/><link type='text/html' href='/a'/>",
        "<link type='application/pdf' href='/a.pdf'/><link href='/a'/>",
        "<link href=''/><link href='mailto:x@site.example'/><link href='/a'/>",
        "<link href='javascript:x'/><id>https://site.example/a</id>",
        "<feedburner:origLink>nostr:x</feedburner:origLink><link href='/a'/>",
        "<link href='ipfs://x'/><content src='https://site.example/a'/>",
        "<link href='https://feedproxy.google.com/~r/x/~3/y/'/><id>https://site.example/a</id>",
        "<link hreflang='ar' href='/ar/a'/><link hreflang='fr' href='/a'/>",
        "<link rel='related' href='/b'/><link rel='alternate' href='ftp://x/a'/><link rel='alternate' href='/a'/>",
      })
  void anEntryOfAtomLinksToThePageThatABrowserOpens(String links) {
    var feed =
        read(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'"
                + NAMESPACES
                + "<entry>"
                + links
                + "</entry></feed>");
    assertThat(feed.entries().getFirst().link()).contains("https://site.example/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link>gemini://site.example/a</link><link>https://site.example/a</link>",
        "<link/><link>https://site.example/a</link>",
        "<link>nostr:x</link><guid>https://site.example/a</guid>",
        "<link>mailto:x@site.example</link><atom:link href='https://site.example/a'/>",
        "<atom:link href='gemini://x/a'/><atom:link href='https://site.example/a'/>",
        "<feedburner:origLink>gemini://x/a</feedburner:origLink><link>https://site.example/a</link>",
        "<link>https://feeds.feedburner.com/~r/x/~3/y/</link><guid>https://site.example/a</guid>",
        "<link>https://site.example/</link><guid>https://site.example/a</guid>",
        "<link>https://site.example</link><guid isPermaLink='true'>https://site.example/a</guid>",
        "<guid isPermaLink='false'>https://site.example/b</guid><link>https://site.example/a</link>",
      })
  void anItemOfRssLinksToThePageThatABrowserOpens(String links) {
    assertThat(rss(links).link()).contains("https://site.example/a");
  }

  @Test
  void aLinkToAnotherSiteStaysWhatItIs() {
    assertThat(rss("<link>https://tool.example/</link><guid>https://site.example/a</guid>").link())
        .contains("https://tool.example/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "url": "gemini://x/a", "external_url": "https://site.example/a"
          "url": "", "id": "https://site.example/a"
          "id": "https://site.example/a", "url": "nostr:x"
          """)
  void anItemOfJsonLinksToThePageThatABrowserOpens(String links) {
    var feed =
        read(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\","
                + links
                + "}]}");
    assertThat(feed.entries().getFirst().link()).contains("https://site.example/a");
  }

  @Test
  void theFeedItselfLinksToThePageThatABrowserOpens() {
    var links = "<link href='gemini://site.example/'/><link href='https://site.example/'/>";
    assertThat(
            read("<feed xmlns='http://www.w3.org/2005/Atom'>" + links + "</feed>").header().link())
        .contains("https://site.example/");
    var rss = "<link>gemini://site.example/</link><link>https://site.example/</link>";
    assertThat(
            read("<rss version='2.0'><channel>" + rss + "<item/></channel></rss>").header().link())
        .contains("https://site.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<media:thumbnail url=''/><media:thumbnail url='/i.jpg'/>",
        "<media:thumbnail url='#'/><media:thumbnail url='/i.jpg'/>",
        "<media:thumbnail url='data:image/gif;base64,R0'/><media:thumbnail url='/i.jpg'/>",
        "<media:thumbnail url='/spacer.gif'/><media:thumbnail url='/i.jpg'/>",
        "<media:thumbnail url='/x_{width}.jpg'/><media:content medium='image' url='/i.jpg'/>",
        "<media:content medium='image' url='{{ image }}'/><media:thumbnail url='/i.jpg'/>",
        "<media:group><media:thumbnail url='https://site.example/'/></media:group><itunes:image href='/i.jpg'/>",
        "<itunes:image href=''/><media:thumbnail url='/i.jpg'/>",
        "<itunes:image href=' ' url='/i.jpg'/>",
        "<itunes:image>https://site.example/i.jpg</itunes:image>",
        "<media:thumbnail url='/a'/><media:thumbnail url='/i.jpg'/>",
        "<media:thumbnail url='undefined'/><media:thumbnail url='/i.jpg'/>",
      })
  void theImageOfAnEntryIsARealOne(String images) {
    assertThat(rss("<link>/a</link>" + images).image()).contains("https://site.example/i.jpg");
    assertThat(atom("<link href='/a'/>" + images).image()).contains("https://site.example/i.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<image><url></url></image><itunes:image href='/i.png'/>",
        "<image><url>/blank.gif</url></image><itunes:image href='/i.png'/>",
        "<image><url>data:image/png;base64,x</url></image><image><url>/i.png</url></image>",
        "<itunes:image href='%%logo%%'/><image><url>/i.png</url></image>",
        "<atom:icon>#</atom:icon><atom:logo>/i.png</atom:logo>",
      })
  void theImageOfAFeedIsARealOne(String images) {
    var feed =
        read("<rss version='2.0'" + NAMESPACES + "<channel>" + images + "<item/></channel></rss>");
    assertThat(feed.header().image()).contains("https://site.example/i.png");
  }

  @Test
  void aLanguageThatIsNoneDoesNotHideAnother() {
    var feed =
        read(
            "<rss version='2.0'"
                + NAMESPACES
                + "<channel><language>N/A</language><dc:language>fr</dc:language><item/></channel></rss>");
    assertThat(feed.header().language()).contains("fr");
  }

  @Test
  void anEmptyElementDoesNotHideAFullOne() {
    var entry =
        rss(
            "<title/><title>Titre</title><guid/><guid>g1</guid><description/><description>Texte</description>"
                + "<pubDate>?</pubDate><dc:date>2025-11-14T10:00:00Z</dc:date><comments>x:y</comments>"
                + "<comments>/c</comments><author/><author>Ali</author><author>Rim</author>");
    assertThat(entry.title().value()).isEqualTo("Titre");
    assertThat(entry.id()).contains("g1");
    assertThat(entry.content().value()).isEqualTo("Texte");
    assertThat(entry.published()).isPresent();
    assertThat(entry.authors()).extracting(Person::name).containsExactly("Ali", "Rim");
  }
}
