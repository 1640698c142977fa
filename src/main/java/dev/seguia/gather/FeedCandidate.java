package dev.seguia.gather;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.scrape.discovery.FeedLink.DiscoveryHint;
import dev.seguia.source.Source.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A document that can be a source, with what was found when it was tried.
///
/// @param url where it lies now
/// @param clue how it was found; empty for the document at the URL itself
public record FeedCandidate(Kind kind, URI url, RawFeed feed, Optional<DiscoveryHint> clue) {
  /// The date of the newest entry that has a date.
  public Optional<Instant> newest() {
    return feed.entries().stream()
        .flatMap(entry -> date(entry).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<Instant> date(RawEntry entry) {
    return entry.published().or(entry::updated);
  }
}
