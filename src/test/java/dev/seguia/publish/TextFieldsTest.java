package dev.seguia.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.FeedCredit;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.Feed;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Person;
import dev.seguia.feed.Text;
import dev.seguia.normalise.PlainText;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.state.StoredSource;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/// Plain texts in feeds, as readers take them that think them HTML and as those do that do not.
final class TextFieldsTest {
  private static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");

  /// Elements of RSS whose text nothing says how to read.
  private static final String[] RSS = {
    "title", "category", "dc:creator", "author", "source", "description", "dc:rights"
  };

  private static final String[] ATOM = {"title", "name", "rights", "summary"};

  private static byte[] written(FeedFormat format, String text) {
    var people =
        List.of(
            Person.named(text),
            new Person(text, Optional.of("a@journal.example"), Optional.empty()));
    var entry =
        new Entry(
            Optional.of("1"),
            Optional.of("https://journal.example/1"),
            Optional.empty(),
            text,
            text,
            "<p>x</p>",
            Optional.empty(),
            Optional.empty(),
            people,
            List.of(text),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("fr"),
            text,
            Optional.empty());
    var source =
        new StoredSource(
            "0a1b2c", URI.create("https://journal.example/rss"), text, Feed.Header.empty());
    var sighting =
        new Sighting(
            source,
            Optional.of("1"),
            entry.link(),
            text,
            Optional.empty(),
            NOON,
            Sighting.JoinedBy.FIRST,
            OptionalDouble.empty(),
            true);
    var stored =
        new StoredEntry(
            1,
            "urn:x:1",
            entry,
            NOON,
            NOON,
            NOON,
            NOON,
            Audience.EVERYONE,
            Optional.empty(),
            List.of(),
            List.of(sighting));
    return FeedWriter.of(format)
        .write(
            new MergedFeed(
                "https://seguia.example/feeds/all.atom",
                text,
                text,
                "https://seguia.example/feeds/all.xyz",
                "https://seguia.example/",
                "https://seguia.example/icon.png",
                NOON,
                Instant.EPOCH,
                List.of(Samples.merged(stored, FeedCredit.AUTHOR))));
  }

  private static List<String> texts(FeedFormat format, String text, String... elements)
      throws Exception {
    var xml = new String(written(format, text), StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    var texts = new ArrayList<String>();
    for (var name : elements) {
      var found = document.getElementsByTagName(name);
      for (var i = 0; i < found.getLength(); i++) texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>gras</b>",
        "&lt;b&gt;",
        "AT&T",
        "a < b",
        "a<b",
        "a <3 b",
        "&amp;amp;",
        "&amp;",
        "R&D",
        "<img src=x onerror=alert(1)>",
        "</title><script>x</script>",
        "<!-- x -->",
        "<?php x ?>",
        "]]>",
        "1 > 0",
        "List<String>",
        "&#60;b&#62;",
        "&copy;",
        "\"guillemets\" 'et' apostrophes",
        "x && y",
        "<",
        "&",
        "العربية <b>",
        "fin <",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
      })
  void aReaderOfRssThatThinksThemHtmlSeesTheTextAndNoElement(String text) throws Exception {
    var texts = texts(FeedFormat.RSS, text, RSS);
    assertThat(texts).hasSizeGreaterThanOrEqualTo(10);
    for (var read : texts) {
      var body = Jsoup.parseBodyFragment(read).body();
      assertThat(body.children()).as(read).isEmpty();
      assertThat(body.wholeText().replaceFirst("^a@journal.example \\((.*)\\)$", "$1"))
          .isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT&T",
        "a < b",
        "a <3 b",
        "R&D",
        "1 > 0",
        "x && y",
        "\"a\" 'b'",
        "<",
        "fin <",
        "]]>"
      })
  void aReaderOfRssThatDoesNotSeesTheTextWhereNothingInItIsMarkup(String text) throws Exception {
    for (var read : texts(FeedFormat.RSS, text, "title", "category", "dc:creator", "source"))
      assertThat(read).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>gras</b>",
        "&lt;b&gt;",
        "AT&T",
        "a < b",
        "&amp;amp;",
        "<img src=x onerror=x>",
        "]]>"
      })
  void atomAndJsonSayTheTextAsItIs(String text) throws Exception {
    for (var read : texts(FeedFormat.ATOM, text, ATOM)) assertThat(read).isEqualTo(text);
    var json = JsonMapper.shared().readTree(written(FeedFormat.JSON, text));
    var item = json.get("items").get(0);
    assertThat(json.get("title").asString()).isEqualTo(text);
    assertThat(item.get("title").asString()).isEqualTo(text);
    assertThat(item.get("authors").get(0).get("name").asString()).isEqualTo(text);
    assertThat(item.get("tags").get(0).asString()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>gras</b>",
        "&lt;b&gt;",
        "AT&T",
        "a < b",
        "<img src=x onerror=x>",
        "List<String>",
        "&copy;"
      })
  void ourOwnReaderSeesTheTextInRss(String text) throws Exception {
    for (var read : texts(FeedFormat.RSS, text, "title", "category", "dc:creator", "source"))
      assertThat(PlainText.of(Text.unknown(read))).isEqualTo(text);
  }
}
