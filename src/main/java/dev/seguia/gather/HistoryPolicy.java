package dev.seguia.gather;

import dev.seguia.feed.RawFeed;

/// How far back in time a source is read.
@FunctionalInterface
public interface HistoryPolicy {
  /// Whether entries older than those of the last document are wanted.
  boolean wantsOlderThan(RawFeed document);

  /// No history: for previews.
  static HistoryPolicy none() {
    return _ -> false;
  }
}
