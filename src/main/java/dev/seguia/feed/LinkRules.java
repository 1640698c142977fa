package dev.seguia.feed;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What we have learnt about the links of one source: which of their query parameters say nothing
/// about the entry. Kept with the source, so that the keys of its links do not change from poll to
/// poll.
///
/// @param dropped names of parameters that are left out of the key of a link
/// @param queryKept the key keeps the whole query, since without it two entries fell together
public record LinkRules(SortedSet<String> dropped, boolean queryKept) {
  public LinkRules {
    dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
  }

  /// Nothing learnt yet.
  public static LinkRules none() {
    return new LinkRules(new TreeSet<>(), false);
  }
}
