package dev.seguia.store.entry;

import dev.seguia.store.database.LookupHash;

/// The number by which entries are looked up by their link keys. Two keys may have one number:
/// whoever finds an entry by it compares the keys.
public final class LinkHash {
  private LinkHash() {}

  public static long of(String linkKey) {
    return LookupHash.of(linkKey).getMostSignificantBits();
  }
}
