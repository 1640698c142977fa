package dev.seguia.page;

import dev.seguia.feed.Origin;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import java.util.Optional;

/// The source that an entry is credited to, with its addresses (no credentials in them). No address
/// lets a reader in.
final class Credit {
  private Credit() {}

  /// The source that had it first, or the one that this names inside, being itself an aggregator.
  static String title(StoredEntry stored) {
    return stored
        .entry()
        .origin()
        .map(Origin::title)
        .filter(title -> !title.isBlank())
        .orElseGet(() -> stored.origin().title());
  }

  /// Our page of the source that the entry is credited to, seen from the base URL; empty where this
  /// is none of ours.
  static Optional<String> sourcePage(StoredEntry stored) {
    var source = stored.origin();
    return title(stored).equals(source.title())
        ? Optional.of("sources/" + source.id())
        : Optional.empty();
  }

  /// Where an entry is read, or else where its source lies.
  static String page(StoredEntry stored) {
    return PercentEncoding.URI.encode(
        stored.entry().link().orElseGet(() -> stored.origin().publicUrl()));
  }

  /// Where a source shows the entry, or else where that source lies.
  static String page(Sighting sighting) {
    return PercentEncoding.URI.encode(
        sighting.link().orElseGet(() -> sighting.source().publicUrl()));
  }
}
