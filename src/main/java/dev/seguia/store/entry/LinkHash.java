package dev.seguia.store.entry;

/// The number by which entries are looked up by their link keys. Two keys may have one number:
/// whoever finds an entry by it compares the keys.
public final class LinkHash {
  private LinkHash() {}

  public static long of(String linkKey) {
    return EntryId.hash(linkKey).getMostSignificantBits();
  }
}
