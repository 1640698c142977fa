package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Documents that want to do harm, or have come to harm.
final class HostileFeedTest {
  private static final URI LOCATION = URI.create("https://example.org/feed.xml");
  private static final String SOUND =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Été</title>
        <item><title>One &amp; two</title><link>https://example.org/1</link><dc:date>2025-11-14</dc:date>
          <description><![CDATA[<p>Fès</p>]]></description></item>
        <item><title>Three</title><guid>3</guid><enclosure url="a.mp3" length="1" type="audio/mpeg"/></item>
      </channel></rss>
      """;
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/b/"><title type="xhtml"><div
        xmlns="http://www.w3.org/1999/xhtml">T</div></title><entry><id>1</id><link href="x"/>
        <content type="html">&lt;p&gt;</content><updated>2025-11-14T10:00:00Z</updated></entry></feed>\
      """;
  private static final String JSON =
      """
      {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","tags":["a"],"authors":[{"name":"n"}]}]}\
      """;

  private final FeedParser parser = new FeedParser();

  @Property(tries = 500, seed = "20251114")
  void neverThrowsOnDamagedDocuments(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @Size(min = 1, max = 8) int[] places,
      @ForAll @Size(min = 1, max = 8) byte[] damage) {
    var body = (which == 0 ? SOUND : which == 1 ? ATOM : JSON).getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < places.length; i++)
      body[Math.floorMod(places[i], body.length)] = damage[i % damage.length];
    assertThat(parse(body)).isNotNull();
  }

  @Test
  void neverThrowsWhereverADocumentBreaksOff() {
    for (var document : new String[] {SOUND, ATOM, JSON}) {
      var body = document.getBytes(StandardCharsets.UTF_8);
      for (var length = 0; length < body.length; length++)
        assertThat(parse(Arrays.copyOf(body, length))).isNotNull();
    }
  }

  @Test
  void keepsTheWholeEntriesOfADocumentThatBreaksOff() {
    var parsed = (ParseResult.Parsed) parse(SOUND.substring(0, SOUND.indexOf("<guid>")));
    assertThat(parsed.feed().entries()).hasSize(1);
    assertThat(parsed.warnings()).contains("breaks off; the 1 whole entries were kept");
  }

  @Test
  void refusesEntitiesMadeOfEntities() {
    var bomb =
        """
        <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>
        <rss version="2.0"><channel><item><title>&c;</title></item></channel></rss>\
        """;
    assertThat(parse(bomb)).isInstanceOf(ParseResult.Unreadable.class);
  }

  @Test
  void neverFetchesWhatAnEntityNames() {
    var feed =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><item><title>a&x;b</title></item></channel></rss>";
    var parsed = (ParseResult.Parsed) parse(feed);
    assertThat(parsed.feed().entries().getFirst().title().value()).isEqualTo("a&x;b");
  }

  @Test
  void readsTheDocumentTypeOfOldRssAndItsNamedCharacters() {
    var feed =
        """
        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
          "http://my.netscape.com/publish/formats/rss-0.91.dtd">
        <rss version="0.91"><channel><item><title>Caf&eacute; AT&T &unknown;</title></item></channel></rss>\
        """;
    var parsed = (ParseResult.Parsed) parse(feed);
    assertThat(parsed.feed().entries().getFirst().title().value()).isEqualTo("Café AT&T &unknown;");
  }

  @Test
  void survivesDeepTrees() {
    within(
        5,
        deep ->
            "<rss version='2.0'><channel><item><title>t</title><description>"
                + "<b>".repeat(deep)
                + "</description></item></channel></rss>",
        100_000);
    within(5, deep -> "<feed>" + "<entry>".repeat(deep), 100_000);
    within(5, deep -> "{\"items\":" + "[".repeat(deep), 100_000);
  }

  @Test
  void boundsEntriesCategoriesAndTexts() {
    var feed =
        "<rss version='2.0'><channel>"
            + "<item><title>"
            + "t".repeat(100_000)
            + "</title><description>"
            + "d".repeat(3_000_000)
            + "</description>"
            + "<category>c</category>".repeat(50_000)
            + "</item>"
            + "<item><guid>g</guid></item>".repeat(11_000)
            + "</channel></rss>";
    var parsed = (ParseResult.Parsed) parse(feed);
    var entry = parsed.feed().entries().getFirst();
    assertThat(parsed.feed().entries()).hasSize(ParseLimits.ENTRIES);
    assertThat(parsed.warnings())
        .contains(
            "11001 entries: those after the first 10000 were left out",
            "entries whose texts reach the limit and may be cut: 1");
    assertThat(entry.title().value()).hasSize(ParseLimits.TITLE);
    assertThat(entry.content().value()).hasSize(ParseLimits.CONTENT);
    assertThat(entry.categories()).hasSizeLessThanOrEqualTo(ParseLimits.CATEGORIES);
  }

  private void within(int seconds, Function<Integer, String> document, int size) {
    var body = document.apply(size);
    assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(seconds), () -> parse(body)))
        .isNotNull();
  }

  private ParseResult parse(String body) {
    return parse(body.getBytes(StandardCharsets.UTF_8));
  }

  private ParseResult parse(byte[] body) {
    return parser.parse(LOCATION, Optional.empty(), body);
  }
}
