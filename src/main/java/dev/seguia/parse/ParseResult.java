package dev.seguia.parse;

import dev.seguia.feed.RawFeed;
import java.util.List;

/// What a document turned out to be.
public sealed interface ParseResult {
  /// A feed.
  ///
  /// @param warnings what was wrong with it and was mended, in plain words; empty for a sound
  ///   document
  record Parsed(RawFeed feed, List<String> warnings) implements ParseResult {
    public Parsed {
      warnings = List.copyOf(warnings);
    }
  }

  /// Nothing that can be read as a feed.
  ///
  /// @param reason in plain words, on one line, with the place where it is known
  record Unreadable(String reason) implements ParseResult {}
}
