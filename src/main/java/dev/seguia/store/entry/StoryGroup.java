package dev.seguia.store.entry;

import java.util.List;

/// The entries of one story that match a query, as one.
///
/// @param first that arrived, and stands for all
/// @param others in the order of arrival
public record StoryGroup(StoredEntry first, List<StoredEntry> others) {
  public StoryGroup {
    others = List.copyOf(others);
  }
}
