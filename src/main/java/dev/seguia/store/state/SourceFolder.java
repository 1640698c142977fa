package dev.seguia.store.state;

import java.util.List;

/// A tag that the list of sources gives, as a folder of sources.
///
/// @param label the most frequent spelling of the tag
/// @param sources those that are listed and have it, by title
public record SourceFolder(String label, List<StoredSource> sources) {
  public SourceFolder {
    sources = List.copyOf(sources);
  }
}
