package dev.seguia.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.FeedCredit;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.RawEntry;
import dev.seguia.normalise.PlainText;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import dev.seguia.store.entry.StoredEntry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What we publish is read by our own parser as what it was: one Seguia may be the source of
/// another.
final class ReadBackTest {

  private static List<RawEntry> read(FeedFormat format) {
    var written = FeedWriter.of(format).write(Samples.feed(Samples.awkward()));
    var parsed =
        new FeedParser()
            .parse(
                URI.create("https://seguia.example/feeds/maroc." + format.extension()),
                Optional.of(format.contentType()),
                written);
    assertThat(parsed).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) parsed).feed().entries();
  }

  private static RawEntry entry(FeedFormat format, StoredEntry stored) {
    return read(format).stream()
        .filter(entry -> entry.id().equals(Optional.of(stored.id())))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryIdAndDate(FeedFormat format) {
    for (var stored : Samples.awkward())
      assertThat(entry(format, stored).published())
          .contains(Samples.merged(stored, FeedCredit.AUTHOR).published());
    assertThat(read(format)).hasSameSizeAs(Samples.awkward());
  }

  @ParameterizedTest
  @EnumSource
  void namesTheOriginOfEveryEntry(FeedFormat format) {
    for (var stored : Samples.awkward()) {
      var from = Samples.merged(stored, FeedCredit.AUTHOR).attribution();
      var origin = entry(format, stored).origin();
      assertThat(origin.map(one -> one.title())).contains(from.title());
      assertThat(origin.flatMap(one -> one.self())).contains(from.url());
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryFileWithItsTypeAndLength(FeedFormat format) {
    assertThat(entry(format, Samples.podcast()).enclosures())
        .extracting(Enclosure::url)
        .containsExactly(
            "https://journal.example/p1.mp3",
            "https://journal.example/p1%20long.mp4?x=1&y=2",
            "https://journal.example/p1.jpg");
    assertThat(entry(format, Samples.podcast()).enclosures().get(1).length())
        .hasValue(123_456_789_012L);
  }

  @ParameterizedTest
  @EnumSource
  void keepsAuthorsAndCategories(FeedFormat format) {
    var plain = entry(format, Samples.plain());
    assertThat(plain.authors())
        .extracting(person -> person.name())
        .containsExactly("Jeanne Dupont (Le Journal & Co)");
    assertThat(plain.categories()).contains("Politique \"intérieure\"");
    assertThat(plain.content().value())
        .isEqualTo(
            "<figure><img src=\"https://journal.example/image.jpg\" alt=\"Le barrage, hier\""
                + " width=\"800\" height=\"450\" referrerpolicy=\"no-referrer\"><figcaption>Le barrage,"
                + " hier (A. Photographe)</figcaption></figure><p>Un texte.</p>");
    assertThat(PlainText.of(plain.title())).isEqualTo("Un titre & un <b>autre");
  }
}
