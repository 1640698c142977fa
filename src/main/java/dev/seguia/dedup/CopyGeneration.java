package dev.seguia.dedup;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;

/// The keys of copies that arrived one after another, in one open-addressing table without objects:
/// some twelve bytes per key.
final class CopyGeneration {
  /// More copies of one key say that it tells nothing; the newest are kept.
  private static final int MOST_OF_A_KEY = 32;

  private static final int NONE = -1;

  private final long first;
  private final int most;
  private final Instant until;
  private Instant newest = Instant.MIN;
  private long[] keys = new long[1 << 10];
  private int[] copies = empty(1 << 10);
  private int used;
  private int size;

  /// @param first the number of its first copy
  /// @param most copies that it takes
  /// @param until when those arrive at the latest
  CopyGeneration(long first, int most, Instant until) {
    this.first = first;
    this.most = most;
    this.until = until;
  }

  private static int[] empty(int length) {
    var slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }

  long first() {
    return first;
  }

  int size() {
    return size;
  }

  boolean isFull(Instant arrived) {
    return size >= most || arrived.isAfter(until);
  }

  boolean isBefore(Instant time) {
    return newest.isBefore(time);
  }

  void add(long number, Instant arrived, long[] added) {
    for (var key : added) put(key, Math.toIntExact(number - first));
    if (arrived.isAfter(newest)) newest = arrived;
    size++;
  }

  void find(long key, Collection<Long> found) {
    for (var slot = slotOf(key); copies[slot] != NONE; slot = next(slot))
      if (keys[slot] == key) found.add(first + copies[slot]);
  }

  private void put(long key, int copy) {
    if (used * 3 >= keys.length * 2) grow();
    var count = 0;
    var oldest = NONE;
    var slot = slotOf(key);
    for (; copies[slot] != NONE; slot = next(slot)) {
      if (keys[slot] != key) continue;
      count++;
      if (oldest == NONE || copies[slot] < copies[oldest]) oldest = slot;
    }
    if (count >= MOST_OF_A_KEY) {
      copies[oldest] = copy;
      return;
    }
    keys[slot] = key;
    copies[slot] = copy;
    used++;
  }

  private void grow() {
    var oldKeys = keys;
    var oldCopies = copies;
    keys = new long[oldKeys.length * 2];
    copies = empty(keys.length);
    for (var at = 0; at < oldKeys.length; at++)
      if (oldCopies[at] != NONE) move(oldKeys[at], oldCopies[at]);
  }

  private void move(long key, int copy) {
    var slot = slotOf(key);
    while (copies[slot] != NONE) slot = next(slot);
    keys[slot] = key;
    copies[slot] = copy;
  }

  private int slotOf(long key) {
    var mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 33) & (keys.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (keys.length - 1);
  }
}
