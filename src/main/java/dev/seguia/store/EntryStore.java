package dev.seguia.store;

import dev.seguia.feed.TagExpression;
import java.time.Instant;
import java.util.List;

/// The entries, each once.
public final class EntryStore {
  /// The newest entries that fit an expression: selected by arrival, newest first, no more of one
  /// source than its caps allow.
  public List<StoredEntry> newest(TagExpression expression, int limit) {
    return List.of();
  }

  /// The newest entries that a source carries, by arrival, newest first.
  public List<StoredEntry> newestOf(String sourceId, int limit) {
    return List.of();
  }

  /// Grows with every change of what [#newest(TagExpression, int)] could give.
  public long revision(TagExpression expression) {
    return 0;
  }

  /// Grows with every change of what [#newestOf(String, int)] could give.
  public long revisionOf(String sourceId) {
    return 0;
  }

  /// All tags in use, the fullest first.
  public List<StoredTag> tags() {
    return List.of();
  }

  /// All sources that are in the OPML file now, by title.
  public List<StoredSource> sources() {
    return List.of();
  }

  /// When the store was made.
  public Instant created() {
    return Instant.EPOCH;
  }
}
