package dev.seguia.store.arrival;

import dev.seguia.dedup.KnownEntry;
import dev.seguia.store.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Finds the entries for which a source once wrote the same words, however many it has written.
final class SameWords {
  static final String READ =
      """
      select e.seq, e.title, e.link_key, s.substance, e.published
      from unnest(cast(? as uuid array)) as w (hash)
      join sighting s on s.source = ? and s.substance = w.hash
      join entry e on e.seq = s.seq
      order by e.seq
      fetch first 1000 rows only\
      """;

  private SameWords() {}

  /// The entries, oldest first, each with the words of that source.
  static List<KnownEntry> of(Transaction transaction, int source, UUID... substances) {
    return transaction.query(READ, KnownEntryRow::read, substances, source);
  }
}
