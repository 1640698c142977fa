package dev.seguia.sitemap;

import dev.seguia.dates.DateFields;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.Url;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Collects the pages and sitemaps listed in a document.
final class PageList {
  /// Limit: URLs of a sitemap; further ones are ignored (sitemaps.org allows as many).
  ///
  /// The most that the protocol allows.
  static final int MOST = 50_000;

  static final int LONGEST_URL = 4_000;
  private static final int MOST_KEYWORDS = 50;

  private final URI location;
  private final List<RawEntry> entries = new ArrayList<>();
  private final List<ChildSitemap> sitemaps = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> languages = new LinkedHashSet<>();

  PageList(URI location) {
    this.location = location;
  }

  boolean add(String url) {
    return add(Map.of("loc", url));
  }

  /// Adds a page, if it has a URL.
  ///
  /// @param fields texts by the path of their element
  /// @return whether there is room for it
  boolean add(Map<String, String> fields) {
    var link = url(first(fields, "loc", "link").orElse(""));
    if (link.isEmpty()) return true;
    if (size() == MOST) return false;
    entries.add(entry(link.get(), fields));
    return true;
  }

  private RawEntry entry(String link, Map<String, String> fields) {
    var language = first(fields, "news/publication/language");
    var dates = dates(fields);
    language.ifPresent(languages::add);
    first(fields, "news/publication/name").ifPresent(names::add);
    return RawEntry.builder()
        .link(Optional.of(link))
        .title(first(fields, "news/title", "title").map(Text::unknown).orElse(Text.none()))
        .published(dates.published())
        .updated(dates.updated())
        .unreadDate(dates.unread())
        .language(language)
        .categories(keywords(fields))
        .image(first(fields, "image/loc").flatMap(this::url))
        .build();
  }

  /// Adds a sitemap, if it has a URL.
  ///
  /// @return whether there is room for it
  boolean addSitemap(Map<String, String> fields) {
    var url = url(first(fields, "loc").orElse("")).flatMap(PageList::uri);
    if (url.isEmpty()) return true;
    if (size() == MOST) return false;
    sitemaps.add(new ChildSitemap(url.get(), dates(fields).updated()));
    return true;
  }

  private static Optional<String> first(Map<String, String> fields, String... paths) {
    return Stream.of(paths)
        .map(path -> fields.getOrDefault(path, "").strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static DateFields dates(Map<String, String> fields) {
    var dates = new DateFields();
    for (var path : List.of("news/publication_date", "pubdate", "published", "date"))
      dates.published(fields.getOrDefault(path, ""));
    for (var path : List.of("lastmod", "updated")) dates.updated(fields.getOrDefault(path, ""));
    return dates;
  }

  private static List<String> keywords(Map<String, String> fields) {
    return Stream.of(fields.getOrDefault("news/keywords", "").split("[,،;]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_KEYWORDS)
        .toList();
  }

  /// The absolute URL of a text, if it is one of the web.
  private Optional<String> url(String text) {
    var written = text.replace("\uFEFF", "").strip();
    if (written.isEmpty() || written.length() > LONGEST_URL) return Optional.empty();
    if (Url.isWeb(written)) return Optional.of(written);
    return uri(written).map(location::resolve).map(URI::toString).filter(Url::isWeb);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(PercentEncoding.IRI.encode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return entries.size() + sitemaps.size();
  }

  SitemapResult.Index index(boolean whole) {
    return new SitemapResult.Index(sitemaps, whole);
  }

  RawFeed feed(boolean whole) {
    var header =
        RawFeed.Header.of(
            "sitemap", only(names).map(Text::unknown).orElse(Text.none()), only(languages));
    return new RawFeed(location, header, entries, Rhythm.none(), whole);
  }

  /// What all pages have in common.
  private static Optional<String> only(Set<String> texts) {
    return texts.size() == 1 ? texts.stream().findFirst() : Optional.empty();
  }
}
