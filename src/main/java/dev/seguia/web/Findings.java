package dev.seguia.web;

import dev.seguia.relate.RelatedTags;
import dev.seguia.search.EntrySearch;
import java.util.Optional;

/// What pages and feeds are made of besides tags.
///
/// @param search empty where entries cannot be searched, by the settings or because the index
///   cannot be opened
/// @param relatedTags empty where none are counted
public record Findings(Optional<EntrySearch> search, Optional<RelatedTags> relatedTags) {
  /// Nothing but the entries themselves.
  public static Findings none() {
    return new Findings(Optional.empty(), Optional.empty());
  }
}
