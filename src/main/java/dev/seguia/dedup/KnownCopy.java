package dev.seguia.dedup;

import java.util.Set;

/// A copy of a known entry, as one source brought it.
///
/// @param carriers the ids of all sources that carry the entry
public record KnownCopy(KnownEntry entry, Copy copy, Set<String> carriers) {
  public KnownCopy {
    carriers = Set.copyOf(carriers);
  }
}
