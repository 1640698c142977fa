package dev.seguia.search.index;

import java.util.List;
import java.util.Optional;

/// The results of a search.
///
/// @param seqs of the entries of this page, in the requested order
/// @param total how many entries fit, as far as they were counted
/// @param isExact whether there are no more than `total`
/// @param next where the next page goes on; empty if this one is the last
public record SearchResult(
    List<Long> seqs, long total, boolean isExact, Optional<SearchPlace> next) {
  public SearchResult {
    seqs = List.copyOf(seqs);
  }

  static SearchResult empty() {
    return new SearchResult(List.of(), 0, true, Optional.empty());
  }
}
