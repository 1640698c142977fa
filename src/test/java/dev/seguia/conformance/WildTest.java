package dev.seguia.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.Feed;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawFeed;
import dev.seguia.normalise.Normaliser;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import dev.seguia.sitemap.SitemapReader;
import dev.seguia.sitemap.SitemapResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people reported of other readers, tried on ours: see the files in
/// `src/test/resources/wild`.
final class WildTest {
  private static final URI LOCATION = URI.create("https://orchard.example/feed");

  static Stream<WildCase> documents() {
    return WildCase.all().stream().filter(wild -> wild.document().isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isReadAsItsAuthorMeantIt(WildCase wild) throws IOException {
    var feed = new Normaliser().normalise(raw(wild), LinkRules.none());
    var actual = new LinkedHashMap<String, String>();
    wild.expected().keySet().forEach(field -> actual.put(field, value(feed, field)));
    assertThat(actual).as(wild.source()).isEqualTo(wild.expected());
  }

  @Test
  void theDocumentListsThemAll() throws IOException {
    assertThat(Files.readString(Path.of("docs", "conformance.md"))).contains(WildCase.table());
  }

  private static RawFeed raw(WildCase wild) throws IOException {
    if ("sitemap".equals(wild.headers().get("reader")))
      return ((SitemapResult.Pages) SitemapReader.read(LOCATION, wild.body())).feed();
    var result = new FeedParser().parse(LOCATION, Optional.empty(), wild.body());
    assertThat(result).as(wild.source()).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).feed();
  }

  private static String value(Feed feed, String field) {
    var parts = field.split("\\.", 2);
    if (!parts[0].equals("feed"))
      return value(feed.entries().get(Integer.parseInt(parts[0])), parts[1]);
    return switch (parts[1]) {
      case "title" -> feed.header().title();
      case "link" -> feed.header().link().orElse("");
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String value(Entry entry, String field) {
    return switch (field) {
      case "id" -> entry.id().orElse("");
      case "link" -> entry.link().orElse("");
      case "title" -> entry.title();
      case "summary" -> entry.summary();
      case "content" -> entry.content();
      case "image" -> entry.image().orElse("");
      case "comments" -> entry.comments().orElse("");
      case "published" -> entry.published().map(Object::toString).orElse("");
      case "updated" -> entry.updated().map(Object::toString).orElse("");
      case "authors" -> list(entry.authors().stream().map(Person::label));
      case "categories" -> list(entry.categories().stream());
      case "enclosures" -> list(entry.enclosures().stream().map(Enclosure::url));
      case "lengths" ->
          list(
              entry.enclosures().stream()
                  .flatMapToLong(file -> file.length().stream())
                  .mapToObj(Long::toString));
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String list(Stream<String> values) {
    return values.collect(Collectors.joining(" | "));
  }
}
