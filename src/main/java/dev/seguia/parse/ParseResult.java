package dev.seguia.parse;

import dev.seguia.feed.RawFeed;
import java.util.List;

/// The result of parsing a document.
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

  /// A document that cannot be parsed as a feed.
  ///
  /// @param reason in plain words, on one line, with the place where it is known
  /// @param looks what it may be in place of a feed
  record Unreadable(String reason, Looks looks) implements ParseResult {
    public Unreadable(String reason) {
      this(reason, Looks.NOTHING);
    }

    static Unreadable page() {
      return new Unreadable("an HTML page, not a feed", Looks.PAGE);
    }
  }

  /// What a document that is not a feed looks like.
  enum Looks {
    PAGE,
    SITEMAP,
    NOTHING
  }
}
