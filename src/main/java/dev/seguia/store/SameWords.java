package dev.seguia.store;

import dev.seguia.dedup.KnownEntry;
import java.util.List;
import java.util.UUID;

/// Finds the entries for which a source once wrote the same words, however many it has written:
/// what it wrote is with the entry, or with the sighting where it joined another source's.
final class SameWords {
  static final String READ =
      """
      select e.seq, e.title, e.link_key, e.substance, e.published
      from entry e
      where e.substance = any(?) and exists (
        select 1 from sighting s
        where s.seq = e.seq and s.source = ? and s.substance is null)
      union all
      select e.seq, e.title, e.link_key, s.substance, e.published
      from unnest(cast(? as uuid array)) as w (hash)
      join sighting s on s.source = ? and s.substance = w.hash
      join entry e on e.seq = s.seq
      order by 1\
      """;

  private SameWords() {}

  /// The entries, oldest first, each with the words of that source.
  static List<KnownEntry> of(Transaction transaction, int source, UUID... substances) {
    return transaction.query(
        READ, row -> Knowledge.known(row, 1), substances, source, substances, source);
  }
}
