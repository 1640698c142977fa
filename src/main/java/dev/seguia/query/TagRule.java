package dev.seguia.query;

import java.util.Optional;

/// What becomes of the entries that a query finds.
///
/// @param text the query as the user wrote it
/// @param label the tag that they get, or the one in whose feed alone they are; empty where the
///   rule gives none
public record TagRule(String text, Query query, Action action, Optional<String> label) {
  /// What a rule does with an entry.
  public enum Action {
    /// It gets a tag.
    TAG,
    /// It is kept out of the feed of all entries.
    MUTE,
    /// It is in the feed of one tag only.
    ROUTE,
    /// It is in no feed.
    DROP
  }
}
