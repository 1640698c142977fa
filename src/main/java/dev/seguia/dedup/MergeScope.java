package dev.seguia.dedup;

import java.time.Duration;

/// The entries that an arriving one may be merged with.
public sealed interface MergeScope {
  /// Each source has its own entries, though another one brought the same article.
  MergeScope OWN_SOURCE = new OwnSource();

  /// All sources, with texts compared as far apart as is usual.
  MergeScope ALL_SOURCES = new AllSources(Duration.ofDays(3));

  /// An article is one entry, whatever number of sources brings it.
  ///
  /// @param window how far apart in time two copies that are told by their texts may lie
  record AllSources(Duration window) implements MergeScope {}

  /// Each source has its own entries, even if another one brought the same article.
  record OwnSource() implements MergeScope {}
}
