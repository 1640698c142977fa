package dev.seguia.store.entry;

import java.util.List;
import java.util.Set;

/// The other entries of an entry's story.
///
/// @param nearest those that arrived nearest to it, in the order of arrival
/// @param all the numbers of all of them, also of those that are shown nowhere
public record SameStory(List<StoredEntry> nearest, Set<Long> all) {
  public SameStory {
    nearest = List.copyOf(nearest);
    all = Set.copyOf(all);
  }

  static SameStory none() {
    return new SameStory(List.of(), Set.of());
  }
}
