package dev.seguia.store.entry;

import dev.seguia.feed.TagExpression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A query for entries, newest first, with paging.
///
/// @param expression the tags that they fit
/// @param sourceId the source that carries them
/// @param since first seen at that time or later
/// @param after the last one of the page before
public record EntryQuery(
    TagExpression expression,
    Optional<String> sourceId,
    Optional<Instant> since,
    Optional<Place> after) {

  /// A position in arrival order.
  public record Place(long arrival, long seq) {
    /// Before all others.
    public static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

    /// Parses what [#toString()] wrote.
    ///
    /// @throws IllegalArgumentException if it is something else
    public static Place parse(String text) {
      var parts = text.split("-", 2);
      if (parts.length != 2) throw new IllegalArgumentException("not a place: " + text);
      return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
      return arrival + "-" + seq;
    }
  }

  /// One page of entries.
  ///
  /// @param last where the next page goes on; empty if this one is the last
  public record Page(List<StoredEntry> entries, Optional<Place> last) {
    public Page {
      entries = List.copyOf(entries);
    }
  }
}
