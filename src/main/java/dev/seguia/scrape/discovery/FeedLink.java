package dev.seguia.scrape.discovery;

import java.net.URI;
import java.util.Optional;

/// A URL where a page's feed may be.
///
/// @param title as the page says; tells feeds of one page apart
/// @param type the media type that is announced, in lower case without parameters
public record FeedLink(URI url, Optional<String> title, Optional<String> type, DiscoveryHint clue) {
  /// The reasons to try a URL, the strongest first.
  public enum DiscoveryHint {
    /// The page announces it as a feed (`link rel=alternate` or `rel=feed`).
    ANNOUNCED,
    /// The answer's header announces it as a feed (RFC 8288).
    HEADER,
    /// A link to the same host looks like one to a feed.
    LINKED,
    /// A link to another host looks like one to a feed.
    LINKED_ELSEWHERE,
    /// Sites often have their feed there.
    USUAL_PLACE,
    /// A sitemap that robots.txt names.
    SITEMAP
  }
}
