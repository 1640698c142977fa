package dev.seguia.conformance;

import dev.seguia.conformance.Verdict.LeftOut;
import dev.seguia.conformance.Verdict.Met;
import dev.seguia.conformance.Verdict.Missed;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.sitemap.SitemapReader;
import dev.seguia.sitemap.SitemapResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Sitemaps, held against the pages that are stated of them.
final class SitemapFamily {
  private static final URI LOCATION = URI.create("http://www.example.com/sitemap.xml");
  private static final Pattern PLACE = Pattern.compile("sitemap\\.urls\\[(\\d+)]\\..*");

  private SitemapFamily() {}

  static Verdict judge(Path folder, Expectation expectation) throws IOException {
    var bytes = Files.readAllBytes(folder.resolve(expectation.file()));
    return switch (SitemapReader.read(LOCATION, bytes)) {
      case SitemapResult.Unreadable(var reason) -> number(expectation, 0, 0, reason);
      case SitemapResult.Index(var sitemaps, _) ->
          number(expectation, 0, sitemaps.size(), "an index");
      case SitemapResult.Pages(var feed) -> judge(expectation, feed);
    };
  }

  private static Verdict number(Expectation expectation, int pages, int sitemaps, String what) {
    return switch (expectation.kind()) {
      case "sitemap.urls" -> same(expectation, String.valueOf(pages));
      case "sitemap.index" -> same(expectation, String.valueOf(sitemaps));
      default -> new Missed(what);
    };
  }

  private static Verdict judge(Expectation expectation, RawFeed feed) {
    var place = PLACE.matcher(expectation.field());
    if (!place.matches()) return number(expectation, feed.entries().size(), 0, "pages");
    var number = Integer.parseInt(place.group(1));
    if (number >= feed.entries().size()) return new Missed("no such page");
    return judge(expectation, feed, feed.entries().get(number));
  }

  private static Verdict judge(Expectation expectation, RawFeed feed, RawEntry page) {
    return switch (expectation.kind()) {
      case "sitemap.urls.loc" -> same(expectation, page.link().orElse(""));
      case "sitemap.urls.lastmod" -> same(expectation, page.updated());
      case "sitemap.urls.news.publication_date" -> same(expectation, page.published());
      case "sitemap.urls.news.title" -> same(expectation, page.title().value());
      case "sitemap.urls.news.language" -> same(expectation, page.language().orElse(""));
      case "sitemap.urls.news.name" -> same(expectation, feed.header().title().value());
      case "sitemap.urls.news.keywords" ->
          words(expectation.text()).equals(page.categories())
              ? new Met()
              : new Missed(String.join(", ", page.categories()));
      default -> new LeftOut("a field that is not published");
    };
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static Verdict same(Expectation expectation, String actual) {
    return expectation.text().strip().equals(actual.strip()) ? new Met() : new Missed(actual);
  }

  private static Verdict same(Expectation expectation, Optional<Instant> actual) {
    return Optional.of(moment(expectation.text().strip())).equals(actual)
        ? new Met()
        : new Missed(actual.map(Instant::toString).orElse("nothing"));
  }

  private static Instant moment(String text) {
    return text.length() == "2025-11-14".length()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
