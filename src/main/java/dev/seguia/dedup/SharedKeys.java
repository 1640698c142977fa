package dev.seguia.dedup;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// The keys that a source gave to several entries of one document: such a key identifies none of
/// them, not even in later documents with fewer of these entries.
///
/// @param hashes the first half of each key's hash; the one that was used last is the last
public record SharedKeys(List<Long> hashes) {
  /// Limit: shared ids and links that are remembered for each source; the oldest are forgotten.
  ///
  /// Those of the documents that are still on the web; the newest are kept.
  private static final int MOST = 256;

  public SharedKeys {
    hashes = List.copyOf(hashes);
  }

  public static SharedKeys none() {
    return new SharedKeys(List.of());
  }

  boolean has(EntryKey key) {
    return hashes.contains(hash(key));
  }

  /// With those of one more document.
  SharedKeys with(Collection<EntryKey> used) {
    if (used.isEmpty()) return this;
    var all = new LinkedHashSet<>(hashes);
    for (var key : used) {
      all.remove(hash(key));
      all.add(hash(key));
    }
    var newest = new ArrayList<>(all);
    return new SharedKeys(newest.subList(Math.max(0, newest.size() - MOST), newest.size()));
  }

  private static long hash(EntryKey key) {
    return key.hash().getMostSignificantBits();
  }

  /// Serialises the keys in at most two kilobytes.
  public byte[] toBytes() {
    var bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
    for (var hash : hashes) bytes.putLong(hash);
    return bytes.array();
  }

  /// Deserialises what [#toBytes()] wrote.
  public static SharedKeys ofBytes(byte[] bytes) {
    var hashes = new ArrayList<Long>(bytes.length / Long.BYTES);
    for (var buffer = ByteBuffer.wrap(bytes); buffer.remaining() >= Long.BYTES; )
      hashes.add(buffer.getLong());
    return new SharedKeys(hashes);
  }
}
