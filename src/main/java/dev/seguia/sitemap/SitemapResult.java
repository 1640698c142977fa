package dev.seguia.sitemap;

import dev.seguia.feed.RawFeed;
import java.util.List;

/// The result of parsing a sitemap.
public sealed interface SitemapResult {
  /// An index of further sitemaps.
  ///
  /// @param sitemaps in the order of the document
  /// @param whole it was read to its end
  record Index(List<ChildSitemap> sitemaps, boolean whole) implements SitemapResult {
    public Index {
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /// A list of pages. Most have no title here: it is on the page itself.
  record Pages(RawFeed feed) implements SitemapResult {}

  /// A document that cannot be parsed as a sitemap.
  ///
  /// @param reason in plain words, on one line
  record Unreadable(String reason) implements SitemapResult {}
}
