package dev.seguia.store;

import dev.seguia.dedup.Arrival;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.store.Sighting.JoinedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which entries a source carries under which keys, as one poll finds it. Those that are new are
/// gathered, and go to the database in one go.
final class Sightings {
  private static final String ADD =
      """
      insert into sighting (source, entry_key, seq, all_hash, entry_id, link, title, published,
        first_seen, joined_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String AGAIN =
      "update sighting set all_hash = ? where source = ? and entry_key = ?";

  private static final String RENAME =
      "update sighting set entry_key = ? where source = ? and entry_key = ?";

  private static final String IS_ORIGIN =
      """
      select s.joined_by = 'first', e.updated from sighting s join entry e on e.seq = s.seq
      where s.source = ? and s.entry_key = ?\
      """;

  private final Transaction transaction;
  private final int source;
  private final Instant now;
  private final List<Object[]> added = new ArrayList<>();

  Sightings(Transaction transaction, int source, Instant now) {
    this.transaction = transaction;
    this.source = source;
    this.now = now;
  }

  void add(Arrival arrival, long seq, JoinedBy why) {
    var entry = arrival.entry();
    var own = why == JoinedBy.FIRST;
    added.add(
        new Object[] {
          source,
          arrival.key().hash(),
          seq,
          arrival.all().hash(),
          entry.id(),
          own ? Optional.empty() : entry.link(),
          own ? Optional.empty() : Optional.of(entry.title()),
          entry.published(),
          now,
          why.label()
        });
  }

  void again(Arrival arrival) {
    transaction.update(AGAIN, arrival.all().hash(), source, arrival.key().hash());
  }

  /// Frees a key for another entry.
  void retire(EntryKey key, KnownEntry entry) {
    transaction.update(RENAME, key.retired(entry.seq()).hash(), source, key.hash());
  }

  /// Gives a key back to an entry that had lost it.
  ///
  /// @return whether it ever had it
  boolean restore(EntryKey key, KnownEntry entry) {
    return transaction.update(RENAME, key.hash(), source, key.retired(entry.seq()).hash()) > 0;
  }

  /// When the entry under a key was last updated, if this source brought it first: one that joined
  /// an entry of another source may not rewrite it.
  Optional<Instant> updatedIfOwn(EntryKey key) {
    return transaction
        .first(
            IS_ORIGIN,
            row -> row.bool(1) ? Optional.of(row.instant(2)) : Optional.<Instant>empty(),
            source,
            key.hash())
        .flatMap(date -> date);
  }

  /// Writes those that were added.
  void write() {
    transaction.updateAll(ADD, added);
  }
}
