package dev.seguia.scrape;

import dev.seguia.feed.RawFeed;
import java.util.List;

/// What came of looking for the articles that a page lists.
public sealed interface ListResult {
  /// At least one.
  ///
  /// @param warnings what did not fit, in plain words; empty where all did
  record Listed(RawFeed feed, List<String> warnings) implements ListResult {
    public Listed {
      warnings = List.copyOf(warnings);
    }
  }

  /// None.
  ///
  /// @param reason in plain words, on one line
  record NothingListed(String reason) implements ListResult {}
}
