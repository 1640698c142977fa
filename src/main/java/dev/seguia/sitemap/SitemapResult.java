package dev.seguia.sitemap;

import dev.seguia.feed.RawFeed;
import java.util.List;

/// What a document turned out to be.
public sealed interface SitemapResult {
  /// A list of further sitemaps.
  ///
  /// @param sitemaps in the order of the document
  /// @param whole it was read to its end
  record Index(List<ChildSitemap> sitemaps, boolean whole) implements SitemapResult {
    public Index {
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /// A list of pages. Most of them have no title: their pages have it.
  record Pages(RawFeed feed) implements SitemapResult {}

  /// Nothing that can be read as a sitemap.
  ///
  /// @param reason in plain words, on one line
  record Unreadable(String reason) implements SitemapResult {}
}
