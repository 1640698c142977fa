package dev.seguia.normalise;

import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.url.Url;
import java.util.Optional;

/// Resolves the links of a document or entry against their base URLs.
///
/// @param base what relative links are resolved against
record LinkReader(RawFeed feed, Optional<Url> base) {
  /// Entries that are looked at to tell whether they all lie on one page.
  private static final int ENOUGH = 50;

  /// The links of the document itself.
  static LinkReader of(RawFeed feed) {
    var location = Url.parse(feed.location().toString());
    return new LinkReader(
        feed, feed.header().link().flatMap(link -> resolved(link, location)).or(() -> location));
  }

  /// The links of an entry: against its own base, or else its page, the site's page, the document.
  static LinkReader of(RawFeed feed, RawEntry entry) {
    var document = of(feed);
    var base = entry.base().flatMap(own -> resolved(own.toString(), document.base()));
    return new LinkReader(
        feed,
        base.or(() -> entry.link().flatMap(link -> resolved(link, document.base())))
            .or(document::base));
  }

  /// A page, without what follows the reader.
  Optional<String> link(String reference) {
    return url(reference).flatMap(LinkCleaner::clean);
  }

  /// An absolute http or https URL.
  Optional<String> url(String reference) {
    return resolved(reference, base).map(Url::toString);
  }

  /// An image that is there to be seen: no counter, no spacer, not the page itself.
  Optional<String> image(String reference) {
    if (reference.startsWith("#")) return Optional.empty();
    return resolved(reference, base)
        .filter(image -> ImageUrl.isReal(image.toString()) && !TrackingPixels.isCounter(image))
        .filter(image -> !isPage(image.toString()))
        .map(Url::toString);
  }

  /// Whether a URL is that of the entry's page, where relative links are resolved against it.
  boolean isPage(String url) {
    var other = Url.parse(url);
    return base.isPresent() && other.filter(base.get()::isOnePageWith).isPresent();
  }

  String key(String link, LinkRules rules) {
    var url = Url.parse(link).orElseThrow();
    return LinkKey.of(url, rules, url.fragment().isPresent() && hasOnePage());
  }

  /// Whether all entries of the document are on one page, distinguished only by fragments.
  private boolean hasOnePage() {
    var pages =
        feed.entries().stream()
            .limit(ENOUGH)
            .flatMap(entry -> entry.link().stream())
            .map(link -> link.split("#", 2)[0])
            .distinct()
            .limit(2)
            .count();
    return pages == 1 && feed.entries().size() > 1;
  }

  private static Optional<Url> resolved(String reference, Optional<Url> base) {
    if (reference.isBlank()) return Optional.empty();
    return base.isPresent() ? base.get().resolve(reference) : Url.parse(reference);
  }
}
