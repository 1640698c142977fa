package dev.seguia.relate;

import dev.seguia.feed.Tag;
import java.util.Map;

/// Counts of entries, as they are kept in a store.
///
/// @param entries all of them
/// @param tags those with a tag
/// @param pairs those with both tags
public record TagCounts(
    DecayedCount entries, Map<Tag, DecayedCount> tags, Map<TagPair, DecayedCount> pairs) {
  public TagCounts {
    tags = Map.copyOf(tags);
    pairs = Map.copyOf(pairs);
  }
}
