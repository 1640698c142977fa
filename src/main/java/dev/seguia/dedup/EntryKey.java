package dev.seguia.dedup;

import dev.seguia.feed.RawEntry;
import java.util.UUID;

/// What a source knows an entry by: its id, else its link, else its title and text.
///
/// Two sources may use one id for different entries, so a key counts within its source only.
///
/// @param hash of the id, link or text: ids of five kilobytes have been seen
public record EntryKey(UUID hash) {

  public static EntryKey of(RawEntry entry) {
    return new EntryKey(digest(entry).hash());
  }

  /// Of an entry whose id other entries of the same document bear, too: such an id names nothing.
  public static EntryKey ofLink(RawEntry entry) {
    return new EntryKey(new Digest().add("shared").add(entry.id()).add(entry.link()).hash());
  }

  private static Digest digest(RawEntry entry) {
    if (entry.id().isPresent()) return new Digest().add("id").add(entry.id());
    // RSS 2.0 makes guid optional: without one, the link names the entry.
    if (entry.link().isPresent()) return new Digest().add("link").add(entry.link());
    return new Digest()
        .add("text")
        .add(entry.title().value())
        .add(entry.summary().value())
        .add(entry.content().value());
  }

  /// A key under which an entry is kept that has lost this one to another entry.
  public EntryKey retired(long seq) {
    return new EntryKey(
        new Digest().add("retired").add(hash.toString()).add(Long.toString(seq)).hash());
  }
}
