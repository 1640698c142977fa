package dev.seguia.publish;

import dev.seguia.feed.Feed;
import dev.seguia.feed.Origin;
import dev.seguia.feed.Person;
import dev.seguia.store.state.StoredSource;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.UrlSecrets;
import java.util.List;
import java.util.Optional;

/// The feed that an entry is credited to (`atom:source`, RFC 4287 section 4.2.11).
///
/// @param id an absolute IRI
/// @param url where the feed lies
/// @param home the site's page
/// @param rights plain text, may be empty
record Attribution(
    String id,
    String title,
    String url,
    Optional<String> home,
    String rights,
    List<Person> authors) {

  static Attribution of(StoredSource source) {
    var header = source.header();
    var url = PercentEncoding.URI.encode(source.publicUrl());
    return new Attribution(
        header.id().filter(Attribution::isAbsolute).map(UrlSecrets::without).orElse(url),
        source.title(),
        url,
        header.link().map(Attribution::open),
        header.rights(),
        header.authors());
  }

  /// Where the source is itself an aggregator, the feed that it names inside counts.
  static Attribution of(Origin origin, StoredSource through) {
    var url = open(origin.self().orElse(through.publicUrl()));
    return new Attribution(
        origin
            .id()
            .filter(Attribution::isAbsolute)
            .or(origin::self)
            .or(origin::link)
            .map(UrlSecrets::without)
            .orElse(url),
        origin.title().isBlank() ? origin.link().orElse(through.title()) : origin.title(),
        url,
        origin.link().map(Attribution::open),
        "",
        List.of());
  }

  /// The people of the feed, or else the feed itself: Atom wants an author for every entry.
  List<Person> byline() {
    var named = authors.stream().filter(person -> !person.label().isBlank()).toList();
    return named.isEmpty() ? List.of(new Person(title, Optional.empty(), home)) : named;
  }

  /// What a source says of itself, or nothing where it is empty.
  static Optional<String> description(Feed.Header header) {
    return Optional.of(header.description()).filter(text -> !text.isBlank());
  }

  /// The URL of a feed, unless it contains credentials.
  private static String open(String url) {
    return PercentEncoding.URI.encode(UrlSecrets.without(url));
  }

  private static boolean isAbsolute(String iri) {
    return iri.matches("(?i)(?!javascript:|vbscript:|data:)[A-Z][A-Z0-9+.-]*:[^\\s<>\"]+");
  }
}
