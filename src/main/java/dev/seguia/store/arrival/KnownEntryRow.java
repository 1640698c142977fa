package dev.seguia.store.arrival;

import dev.seguia.dedup.Fingerprint;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.store.database.Row;

/// Reads entries in the form that the deduplicator compares.
final class KnownEntryRow {
  private KnownEntryRow() {}

  /// Reads the columns `seq`, `title`, `link_key`, `substance` and `published`.
  static KnownEntry read(Row row) {
    return new KnownEntry(
        row.number("seq"),
        row.text("title"),
        row.optionalText("link_key"),
        new Fingerprint(row.hash("substance")),
        row.instant("published"));
  }
}
