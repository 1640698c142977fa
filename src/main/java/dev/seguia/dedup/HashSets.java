package dev.seguia.dedup;

import java.util.Arrays;

/// Sets of hashes as sorted arrays, each hash once.
final class HashSets {
  private HashSets() {}

  static long[] of(long[] hashes) {
    var sorted = hashes.clone();
    Arrays.sort(sorted);
    var count = 0;
    for (var hash : sorted) if (count == 0 || sorted[count - 1] != hash) sorted[count++] = hash;
    return Arrays.copyOf(sorted, count);
  }

  static long[] of(int[] hashes) {
    return of(wide(hashes));
  }

  /// As [#of(long[])], for hashes of 32 bits that are kept as such.
  static int[] narrow(int[] hashes) {
    var sorted = hashes.clone();
    Arrays.sort(sorted);
    var count = 0;
    for (var hash : sorted) if (count == 0 || sorted[count - 1] != hash) sorted[count++] = hash;
    return Arrays.copyOf(sorted, count);
  }

  /// A set of 32 bits each as one of 64.
  static long[] wide(int[] set) {
    var wide = new long[set.length];
    for (var at = 0; at < wide.length; at++) wide[at] = set[at];
    return wide;
  }

  /// How many hashes both sets hold.
  static int common(long[] one, long[] other) {
    var common = 0;
    for (int here = 0, there = 0; here < one.length && there < other.length; ) {
      var order = Long.compare(one[here], other[there]);
      if (order == 0) common++;
      if (order <= 0) here++;
      if (order >= 0) there++;
    }
    return common;
  }

  /// The share of the common hashes among all; 0 where there is none at all.
  static double jaccard(long[] one, long[] other) {
    var common = common(one, other);
    var all = one.length + other.length - common;
    return all == 0 ? 0 : (double) common / all;
  }

  /// The share of the smaller set that the larger one holds.
  static double containment(long[] one, long[] other) {
    var smaller = Math.min(one.length, other.length);
    return smaller == 0 ? 0 : (double) common(one, other) / smaller;
  }
}
