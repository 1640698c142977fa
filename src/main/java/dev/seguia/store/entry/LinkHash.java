package dev.seguia.store.entry;

import dev.seguia.store.database.LookupHash;

/// The hash of a link key, by which entries are looked up. Hashes may collide: compare the keys of
/// what is found.
public final class LinkHash {
  private LinkHash() {}

  public static long of(String linkKey) {
    return LookupHash.of(linkKey).getMostSignificantBits();
  }
}
