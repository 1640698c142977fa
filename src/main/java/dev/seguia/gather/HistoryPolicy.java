package dev.seguia.gather;

import dev.seguia.feed.RawFeed;

/// How far back a source is read.
@FunctionalInterface
public interface HistoryPolicy {
  /// Whether the entries are wanted that are older than those of a document that was just read.
  boolean wantsOlderThan(RawFeed document);

  /// For those who want to see what a source is.
  static HistoryPolicy none() {
    return _ -> false;
  }
}
