package dev.seguia.store;

/// The number by which entries are looked up by their link keys. Two keys may have one number:
/// whoever finds an entry by it compares the keys.
final class LinkHash {
  private LinkHash() {}

  static long of(String linkKey) {
    return EntryId.hash(linkKey).getMostSignificantBits();
  }
}
