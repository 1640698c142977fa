package dev.seguia.feed;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What was learnt about the links of one source: which of their query parameters do not identify
/// the entry. Stored with the source, so that its link keys do not change between polls.
///
/// @param dropped names of parameters that are left out of the key of a link
/// @param queryKept the key keeps the whole query, since without it two entries fell together
public record LinkRules(SortedSet<String> dropped, boolean queryKept) {
  public LinkRules {
    dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
  }

  /// No learnt rules yet.
  public static LinkRules none() {
    return new LinkRules(new TreeSet<>(), false);
  }
}
