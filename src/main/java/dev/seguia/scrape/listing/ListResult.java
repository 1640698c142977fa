package dev.seguia.scrape.listing;

import dev.seguia.feed.RawFeed;
import java.util.List;

/// The result of looking for an article list on a page.
public sealed interface ListResult {
  /// At least one article.
  ///
  /// @param warnings what did not fit, in plain words; empty where all did
  record Listed(RawFeed feed, List<String> warnings) implements ListResult {
    public Listed {
      warnings = List.copyOf(warnings);
    }
  }

  /// No article.
  ///
  /// @param reason in plain words, on one line
  record NothingListed(String reason) implements ListResult {}
}
