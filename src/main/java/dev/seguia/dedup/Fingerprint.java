package dev.seguia.dedup;

import dev.seguia.feed.Entry;
import dev.seguia.feed.Origin;
import dev.seguia.feed.RawEntry;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A hash of an entry's text: equal texts have equal ones.
public record Fingerprint(UUID hash) {

  /// The hash of a whole document.
  public static Fingerprint ofBytes(byte[] document) {
    return new Fingerprint(new MurmurHash().add(document).hash());
  }

  /// The hash of everything that the source wrote, exactly. If it is unchanged, there is nothing to
  /// clean, compare or store.
  public static Fingerprint ofAll(RawEntry entry) {
    var hash =
        new MurmurHash()
            .add(entry.id())
            .add(entry.link())
            .add(entry.base().map(URI::toString))
            .add(entry.title().value())
            .add(entry.summary().value())
            .add(entry.content().value())
            .add(entry.comments())
            .add(entry.language())
            .add(entry.rights().value())
            .add(entry.origin().map(Origin::toString));
    add(hash, entry.published());
    add(hash, entry.updated());
    hash.add(entry.authors().size());
    for (var author : entry.authors())
      hash.add(author.name()).add(author.email()).add(author.uri());
    hash.add(entry.categories().size());
    for (var category : entry.categories()) hash.add(category);
    hash.add(entry.pictures().size());
    for (var picture : entry.pictures())
      hash.add(picture.url()).add(picture.description()).add(picture.credit());
    hash.add(entry.enclosures().size());
    for (var enclosure : entry.enclosures())
      hash.add(enclosure.url()).add(enclosure.type()).add(enclosure.length().orElse(-1));
    return new Fingerprint(hash.hash());
  }

  private static void add(MurmurHash hash, Optional<Instant> date) {
    var moment = date.orElse(Instant.MIN);
    hash.add(moment.getEpochSecond()).add(moment.getNano());
  }

  /// The hash of the words that a reader reads. White space, markup, punctuation, case and
  /// attributes do not count, and neither do numbers in the text: counters of views and comments
  /// change at every poll. A number in the title counts (`12 morts` is other news than `3 morts`).
  public static Fingerprint ofSubstance(Entry entry) {
    return words(entry).substance();
  }

  static Words words(Entry entry) {
    var words = new Words();
    words.add(entry.title(), true);
    words.addContent(entry.content());
    words.add(entry.summary(), false);
    return words;
  }
}
