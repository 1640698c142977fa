package dev.seguia.dedup;

import dev.seguia.feed.Entry;
import dev.seguia.feed.RawEntry;
import java.util.UUID;

/// A hash of an entry's text: equal texts have equal ones.
public record Fingerprint(UUID hash) {

  /// Of a whole document.
  public static Fingerprint ofBytes(byte[] document) {
    return new Fingerprint(new Digest().add(document).hash());
  }

  /// Of all that the source wrote, to the letter. Where it is the one seen before, there is nothing
  /// to clean, compare or store.
  public static Fingerprint ofAll(RawEntry entry) {
    var digest =
        new Digest()
            .add(entry.id())
            .add(entry.link())
            .add(entry.base())
            .add(entry.title().value())
            .add(entry.summary().value())
            .add(entry.content().value())
            .add(entry.published())
            .add(entry.updated())
            .add(entry.image())
            .add(entry.comments())
            .add(entry.language())
            .add(entry.rights().value())
            .add(entry.origin());
    digest.addAll(entry.authors()).addAll(entry.categories()).addAll(entry.enclosures());
    return new Fingerprint(digest.hash());
  }

  /// Of the words that a reader reads. White space, markup, punctuation, case and attributes do not
  /// count, and neither do numbers in the text: counters of views and comments change at every
  /// poll. A number in the title counts (`12 morts` is other news than `3 morts`).
  public static Fingerprint ofSubstance(Entry entry) {
    var words = new Words(entry.title().length() + entry.content().length());
    words.add(entry.title(), true);
    words.addHtml(entry.content());
    words.add(entry.summary(), false);
    return new Fingerprint(new Digest().add(words.toString()).hash());
  }
}
