package dev.seguia.store;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.Fingerprint;
import java.util.Map;
import java.util.Set;

/// What the store knows of the entries that a document holds, by the keys that its source calls
/// them by.
///
/// @param seen the hash of all that the source wrote, when it was last read
/// @param buried what was purged and must not come back
public record KnownKeys(Map<EntryKey, Fingerprint> seen, Set<EntryKey> buried) {
  public KnownKeys {
    seen = Map.copyOf(seen);
    buried = Set.copyOf(buried);
  }

  /// Whether the entry needs no further look.
  public boolean isSettled(EntryKey key, Fingerprint all) {
    return all.equals(seen.get(key)) || buried.contains(key);
  }
}
