package dev.seguia.dedup;

import java.util.List;

/// Hash functions for words and runs of words (shingles). The hashes are stored: a change here is a
/// new version of [CopySketch].
final class Hash {
  /// Where FNV-1a begins, and by what it goes on.
  static final long BASIS = 0xcbf29ce484222325L;

  static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /// Of one word, in 32 bits.
  static int of(String word) {
    var hash = BASIS;
    for (var at = 0; at < word.length(); at++) hash = (hash ^ word.charAt(at)) * PRIME;
    return (int) mix(hash);
  }

  /// Of each word, in 32 bits.
  static int[] each(List<String> words) {
    var hashes = new int[words.size()];
    for (var at = 0; at < hashes.length; at++) hashes[at] = of(words.get(at));
    return hashes;
  }

  /// Of a run of hashes, in 64 bits.
  ///
  /// @param seed keeps runs of different meaning apart
  static long ofRun(long seed, int[] hashes, int from, int to) {
    return goOn(mix(seed), hashes, from, to);
  }

  /// The hash of a run that begins as another did, with more hashes behind it.
  static long goOn(long begun, int[] hashes, int from, int to) {
    var hash = begun;
    for (var at = from; at < to; at++) hash = mix(hash * PRIME + hashes[at]);
    return hash;
  }

  /// Spreads every bit over all others, as the end of MurmurHash3 does.
  static long mix(long bits) {
    var mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
