package dev.seguia.store.arrival;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Sighting.JoinedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which entries a source carries under which keys. New sightings are collected, and written in a
/// batch.
final class Sightings {
  private static final String ADD =
      """
      insert into sighting (source, entry_key, seq, all_hash, substance, entry_id, link, title,
        published, first_seen, joined_by, score)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String AGAIN =
      "update sighting set all_hash = ?, substance = ? where source = ? and entry_key = ?";

  private static final String AGAIN_JOINED =
      """
      update sighting set title = ?, link = ?
      where source = ? and entry_key = ? and joined_by <> 'first'\
      """;

  private static final String STEP_BACK =
      """
      update sighting set joined_by = (
          select j.joined_by from sighting j where j.source = ? and j.entry_key = ?),
        title = (select e.title from entry e where e.seq = sighting.seq),
        link = (select e.link from entry e where e.seq = sighting.seq)
      where seq = ? and joined_by = 'first'\
      """;

  /// Makes a sighting that which an entry is made of.
  static final String BE_FIRST =
      """
      update sighting set seq = ?, joined_by = 'first', score = null, title = null, link = null
      where source = ? and entry_key = ?\
      """;

  private static final String KEYS =
      "select entry_key from sighting where seq = ? and source = ? order by first_seen, entry_key";

  private static final String RENAME =
      "update %s set entry_key = ? where source = ? and entry_key = ?";

  private final Transaction transaction;
  private final int source;
  private final Instant now;
  private final List<Object[]> added = new ArrayList<>();

  /// The keys of those that were added, by their entries.
  private final Map<Long, List<EntryKey>> addedKeys = new HashMap<>();

  Sightings(Transaction transaction, int source, Instant now) {
    this.transaction = transaction;
    this.source = source;
    this.now = now;
  }

  void add(IncomingEntry arrival, long seq, JoinedBy why, OptionalDouble score) {
    var entry = arrival.entry();
    var own = why == JoinedBy.FIRST;
    addedKeys.computeIfAbsent(seq, any -> new ArrayList<>(1)).add(arrival.key());
    added.add(
        new Object[] {
          source,
          arrival.key().hash(),
          seq,
          arrival.all().hash(),
          arrival.substance().hash(),
          entry.id(),
          own ? Optional.empty() : entry.link(),
          own ? Optional.empty() : Optional.of(entry.title()),
          entry.published(),
          now,
          why.label(),
          score
        });
  }

  void again(IncomingEntry arrival) {
    transaction.update(
        AGAIN, arrival.all().hash(), arrival.substance().hash(), source, arrival.key().hash());
  }

  /// Updates a merged copy to its source's current version.
  void renew(IncomingEntry arrival) {
    transaction.update(
        AGAIN_JOINED,
        arrival.entry().title(),
        arrival.entry().link(),
        source,
        arrival.key().hash());
  }

  /// The keys under which the source carries an entry, the oldest first.
  ///
  /// @param isStored whether it may have keys of earlier polls
  List<EntryKey> keys(long seq, boolean isStored) {
    var keys = new ArrayList<EntryKey>();
    if (isStored)
      keys.addAll(transaction.query(KEYS, row -> new EntryKey(row.hash("entry_key")), seq, source));
    keys.addAll(addedKeys.getOrDefault(seq, List.of()));
    return keys;
  }

  /// Carries an entry under another key than before.
  void rekey(EntryKey from, IncomingEntry arrival) {
    rename(from, arrival.key());
    again(arrival);
  }

  /// Frees a key for another entry.
  void retire(EntryKey key, KnownEntry entry) {
    rename(key, key.retired(entry.seq()));
  }

  /// @return whether there was one of that key
  private boolean rename(EntryKey from, EntryKey to) {
    transaction.update(RENAME.formatted("sighting_text"), to.hash(), source, from.hash());
    return transaction.update(RENAME.formatted("sighting"), to.hash(), source, from.hash()) > 0;
  }

  /// Gives a key back to an entry that had lost it.
  ///
  /// @return whether it ever had it
  boolean restore(EntryKey key, KnownEntry entry) {
    return rename(key.retired(entry.seq()), key);
  }

  /// Makes the sighting under this key the entry's main one: what the source wrote first under
  /// another key becomes a merged copy.
  void takeOver(EntryKey key, KnownEntry entry) {
    transaction.update(STEP_BACK, source, key.hash(), entry.seq());
    transaction.update(BE_FIRST, entry.seq(), source, key.hash());
  }

  void remove(EntryKey key) {
    for (var table : List.of("sighting", "sighting_text", "article_copy"))
      transaction.update(
          "delete from " + table + " where source = ? and entry_key = ?", source, key.hash());
  }

  /// Writes those that were added.
  void write() {
    transaction.updateAll(ADD, added);
  }
}
