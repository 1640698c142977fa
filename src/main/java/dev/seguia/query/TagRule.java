package dev.seguia.query;

import java.util.Optional;

/// A user's rule: what happens to the entries that match a query.
///
/// @param text the query as the user wrote it
/// @param label the tag that they get, or the one in whose feed alone they are; empty where the
///   rule gives none
public record TagRule(String text, Query query, Action action, Optional<String> label) {
  /// The action of a rule.
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
