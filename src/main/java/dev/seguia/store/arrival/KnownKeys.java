package dev.seguia.store.arrival;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.Fingerprint;
import dev.seguia.store.database.Transaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The stored entries of a document, by the keys that its source uses.
///
/// @param seen the hash of all that the source wrote, when it was last read
/// @param buried what was purged and must not come back
public record KnownKeys(Map<EntryKey, Fingerprint> seen, Set<EntryKey> buried) {
  /// As [KnownEntries#BY_KEY], the keys first.
  static final String SEEN =
      """
      select s.entry_key, s.all_hash
      from unnest(cast(? as uuid array)) as k (hash)
      join sighting s on s.source = ? and s.entry_key = k.hash\
      """;

  public KnownKeys {
    seen = Map.copyOf(seen);
    buried = Set.copyOf(buried);
  }

  public static KnownKeys of(Transaction transaction, int source, UUID[] keys) {
    var seen = new HashMap<EntryKey, Fingerprint>();
    transaction.query(
        SEEN,
        row -> seen.put(new EntryKey(row.hash("entry_key")), new Fingerprint(row.hash("all_hash"))),
        keys,
        source);
    return new KnownKeys(seen, Tombstones.ofKeys(transaction, source, keys));
  }

  public boolean areNone() {
    return seen.isEmpty() && buried.isEmpty();
  }

  /// Whether the source has never brought it.
  public boolean isNew(EntryKey key) {
    return !seen.containsKey(key) && !buried.contains(key);
  }

  /// Whether the entry is unchanged and needs no further look.
  public boolean isSettled(EntryKey key, Fingerprint all) {
    return all.equals(seen.get(key)) || buried.contains(key);
  }
}
