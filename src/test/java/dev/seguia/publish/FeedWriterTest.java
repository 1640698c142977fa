package dev.seguia.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.seguia.config.FeedCredit;
import dev.seguia.feed.FeedFormat;
import dev.seguia.store.entry.StoredEntry;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class FeedWriterTest {
  private static final Path GOLDEN = Path.of("src/test/resources/published");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @ParameterizedTest
  @EnumSource
  void writesAwkwardEntriesAsTheGoldenFileSays(FeedFormat format) throws IOException {
    assertGolden("awkward", format, written(format, Samples.awkward()));
  }

  @ParameterizedTest
  @EnumSource
  void writesAFeedWithoutEntries(FeedFormat format) throws IOException {
    assertGolden("empty", format, written(format, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void writesEqualBytesWhateverTheOrderOfTheEntries(FeedFormat format) {
    var shuffled = new java.util.ArrayList<>(Samples.awkward());
    Collections.reverse(shuffled);
    assertThat(written(format, shuffled)).isEqualTo(written(format, Samples.awkward()));
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "RSS"})
  void isReadBackByRomeWithEveryEntry(FeedFormat format) throws FeedException {
    var read = read(format);
    var ids = Samples.awkward().stream().map(StoredEntry::id).toList();
    assertThat(read.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(read.getEntries())
        .extracting(SyndEntry::getPublishedDate)
        .isSortedAccordingTo(Collections.reverseOrder(Date::compareTo));
  }

  @ParameterizedTest
  @EnumSource(names = {"ATOM", "RSS"})
  void keepsTheTextsThroughReadingBack(FeedFormat format) throws FeedException {
    var plain =
        read(format).getEntries().stream()
            .filter(entry -> entry.getUri().equals("https://journal.example/a1"))
            .findFirst()
            .orElseThrow();
    // readers take a title of RSS for HTML, and would lose the tag that it speaks of
    var isHtml = format == FeedFormat.RSS;
    assertThat(isHtml ? Parser.unescapeEntities(plain.getTitle(), false) : plain.getTitle())
        .isEqualTo("Un titre & un <b>autre");
    assertThat(plain.getContents().getFirst().getValue())
        .startsWith("<figure><img ")
        .endsWith("</figure><p>Un texte.</p>");
    assertThat(plain.getLink()).isEqualTo("https://journal.example/a1");
  }

  @ParameterizedTest
  @EnumSource
  void everyItemOfRssHasACreator(FeedCredit credit) {
    var rss = written(FeedFormat.RSS, Samples.feed(Samples.awkward(), credit));
    assertThat(rss.split("<item>", -1)).hasSize(Samples.awkward().size() + 1);
    assertThat(Stream.of(rss.split("<item>", -1)).skip(1))
        .allMatch(item -> item.contains("<dc:creator>"));
  }

  @ParameterizedTest
  @CsvSource({
    "ATOM, AUTHOR, <name>Jeanne Dupont (Le Journal &amp; Co)</name>, <title>Un titre",
    "RSS, AUTHOR, <dc:creator>Jeanne Dupont (Le Journal &amp; Co)</dc:creator>, <title>Un titre",
    "JSON, AUTHOR, '\"name\":\"Jeanne Dupont (Le Journal & Co)\"', '\"title\":\"Un titre'",
    "ATOM, TITLE, <name>Jeanne Dupont</name>, <title>Le Journal &amp; Co: Un titre",
    "RSS, TITLE, <dc:creator>Jeanne Dupont</dc:creator>, <title>Le Journal &#x26;amp; Co: Un titre",
    "JSON, TITLE, '\"name\":\"Jeanne Dupont\"', '\"title\":\"Le Journal & Co: Un titre'",
    "ATOM, NONE, <name>Jeanne Dupont</name>, <title>Un titre",
    "RSS, NONE, <dc:creator>Jeanne Dupont</dc:creator>, <title>Un titre",
    "JSON, NONE, '\"name\":\"Jeanne Dupont\"', '\"title\":\"Un titre'"
  })
  void creditsTheOutletWhereTheSettingSays(
      FeedFormat format, FeedCredit credit, String author, String title) {
    assertThat(written(format, Samples.feed(List.of(Samples.plain()), credit)))
        .contains(author, title);
  }

  @ParameterizedTest
  @CsvSource({
    "ATOM, 'rel=\"enclosure\" type=\"audio/mpeg\" href='",
    "RSS, 'length=\"0\" type=\"audio/mpeg\"'",
    "JSON, '\"mime_type\":\"audio/mpeg\"}'"
  })
  void anUnknownLengthIsWrittenAsTheFormatHasIt(FeedFormat format, String file) {
    assertThat(written(format, List.of(Samples.podcast()))).contains(file);
  }

  @Test
  void jsonHasUniqueIdsAndAContentInEveryItem() {
    var items = json().get("items");
    assertThat(items).extracting(item -> item.get("id").asString()).doesNotHaveDuplicates();
    assertThat(items).allMatch(item -> item.has("content_html") || item.has("content_text"));
    assertThat(items).hasSameSizeAs(Samples.awkward());
  }

  private static JsonNode json() {
    return new ObjectMapper().readTree(written(FeedFormat.JSON, Samples.awkward()));
  }

  private static SyndFeed read(FeedFormat format) throws FeedException {
    return new SyndFeedInput().build(new StringReader(written(format, Samples.awkward())));
  }

  private static String written(FeedFormat format, List<StoredEntry> entries) {
    return written(format, Samples.feed(entries));
  }

  private static String written(FeedFormat format, MergedFeed feed) {
    return new String(FeedWriter.of(format).write(feed), StandardCharsets.UTF_8);
  }

  private static void assertGolden(String name, FeedFormat format, String written)
      throws IOException {
    var golden = GOLDEN.resolve(name + "." + format.extension() + ".golden");
    if (UPDATE) Files.writeString(golden, written);
    assertThat(written).isEqualTo(Files.readString(golden));
  }
}
