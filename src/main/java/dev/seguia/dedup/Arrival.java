package dev.seguia.dedup;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import java.util.List;

/// An entry as one poll brought it.
///
/// @param key what its source knows it by
/// @param all of everything that the source wrote
/// @param substance of what a reader reads
/// @param traits by which its copies are told
public record Arrival(
    EntryKey key,
    Fingerprint all,
    Fingerprint substance,
    Traits traits,
    Entry entry,
    List<EntryTag> tags,
    Audience audience) {
  public Arrival {
    tags = List.copyOf(tags);
  }

  /// An entry that was read to its words.
  public static Arrival of(
      EntryKey key, Fingerprint all, Entry entry, List<EntryTag> tags, Audience audience) {
    var words = Fingerprint.words(entry);
    return new Arrival(
        key,
        all,
        words.substance(),
        Traits.of(entry.title(), entry.summary(), words),
        entry,
        tags,
        audience);
  }
}
