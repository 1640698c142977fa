package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Entry;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawFeed;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult.Parsed;
import dev.seguia.testing.Corpus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold of every entry, of whatever feed.
final class NormaliserCorpusTest {
  private static final URI LOCATION = URI.create("https://example.org/feeds/feed.xml");

  private final Normaliser normaliser = new Normaliser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feedparser",
        "gofeed",
        "feed-rs",
        "rome",
        "misc-parsers",
        "jsonfeed",
        "realworld",
        "hostile"
      })
  void makesEveryEntryClean(String family) throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.path(family))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) > 2_000_000
            || !file.toString().matches(".*\\.(xml|json|rss|atom|rdf)")) continue;
        read(file).ifPresent(feed -> check(file, feed));
      }
    }
  }

  /// The document; what the parser makes of broken ones is shown by its own tests.
  private static Optional<RawFeed> read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    try {
      return new FeedParser().parse(LOCATION, Optional.empty(), bytes)
              instanceof Parsed(var feed, var _)
          ? Optional.of(feed)
          : Optional.empty();
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private void check(Path file, RawFeed raw) {
    var rules = normaliser.learn(raw, LinkRules.none());
    var feed = normaliser.normalise(raw, rules);
    assertPlain(file, feed.header().title());
    feed.entries().forEach(entry -> check(file, entry));
  }

  private static void check(Path file, Entry entry) {
    SafeHtml.assertSafe(entry.content());
    assertThat(new HtmlCleaner().clean(entry.content(), Optional.empty()))
        .as("%s", file)
        .isEqualTo(entry.content());
    assertPlain(file, entry.title());
    assertPlain(file, entry.summary());
    entry
        .link()
        .ifPresent(link -> assertThat(link).as("%s", file).matches("https?://[^\\s/][^\\s]*"));
    entry.enclosures().forEach(file2 -> assertThat(file2.url()).as("%s", file).startsWith("http"));
    assertThat(entry.link().isPresent()).isEqualTo(entry.linkKey().isPresent());
  }

  private static void assertPlain(Path file, String text) {
    assertThat(PlainText.line(text)).as("%s", file).isEqualTo(text);
  }
}
