package dev.seguia.dedup;

import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import java.util.List;

/// An entry as one poll brought it.
///
/// @param key what its source knows it by
/// @param all of everything that the source wrote
/// @param substance of what a reader reads
public record Arrival(
    EntryKey key, Fingerprint all, Fingerprint substance, Entry entry, List<EntryTag> tags) {
  public Arrival {
    tags = List.copyOf(tags);
  }
}
