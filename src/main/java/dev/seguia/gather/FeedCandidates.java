package dev.seguia.gather;

import java.util.List;

/// Everything at a URL that can be a source.
///
/// @param leads the most likely one first
/// @param remarks what could not be tried, or holds nothing, in plain words
public record FeedCandidates(List<FeedCandidate> leads, List<String> remarks) {
  public FeedCandidates {
    leads = List.copyOf(leads);
    remarks = List.copyOf(remarks);
  }
}
