package dev.seguia.dedup;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry as one poll brought it.
///
/// @param key what its source knows it by
/// @param all of everything that the source wrote
/// @param substance of what a reader reads
/// @param traits by which its copies are recognised
public record IncomingEntry(
    EntryKey key,
    Fingerprint all,
    Fingerprint substance,
    CopySketch traits,
    Entry entry,
    List<EntryTag> tags,
    Audience audience) {
  public IncomingEntry {
    tags = List.copyOf(tags);
  }

  /// An entry with its words hashed.
  public static IncomingEntry of(
      EntryKey key, Fingerprint all, Entry entry, List<EntryTag> tags, Audience audience) {
    var words = Fingerprint.words(entry);
    return new IncomingEntry(
        key,
        all,
        words.substance(),
        CopySketch.of(entry.title(), entry.summary(), words),
        entry,
        tags,
        audience);
  }

  /// The publication time: never in the future, and now if the source gives no date.
  public Instant published(Instant now) {
    return entry.dateOnArrival(now);
  }

  /// The last update, while the entry is new.
  public Instant updated(Instant now) {
    var published = published(now);
    return update(published, now).orElse(published);
  }

  /// The update time after a substantial change of the text: the source's own date if it is
  /// credible, else now.
  ///
  /// @param before when it was last updated before
  public Instant updatedAgain(Instant before, Instant now) {
    return update(before, now).orElse(now);
  }

  private Optional<Instant> update(Instant before, Instant now) {
    return entry.updated().filter(date -> date.isAfter(before) && !date.isAfter(now));
  }
}
