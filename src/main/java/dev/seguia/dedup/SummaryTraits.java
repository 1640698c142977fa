package dev.seguia.dedup;

import dev.seguia.text.TextWords;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;

/// The features of a summary.
///
/// @param whole the hash of all its words
/// @param shingles the hashes of each three words that follow one another; none of a summary that
///   says too little
record SummaryTraits(long whole, int[] shingles) {
  /// In words; less is no summary.
  private static final int ENOUGH = 12;

  /// In words that are compared: outlets cut summaries at different lengths.
  private static final int MOST = 60;

  private static final int SHINGLE = 3;

  /// The words that a key is made of: the first ones may be a place and an agency.
  private static final int KEY_FROM = 2;

  private static final int KEY_TO = 10;

  /// In characters that are read; the normaliser cuts summaries far below.
  private static final int LONGEST = 20_000;

  static SummaryTraits of(int[] words) {
    var compared = Arrays.copyOf(words, Math.min(words.length, MOST));
    return new SummaryTraits(
        words.length == 0 ? 0 : Hash.ofRun('w', words, 0, words.length),
        compared.length < ENOUGH ? new int[0] : shingles(compared));
  }

  static int[] words(String summary) {
    return Hash.each(TextWords.of(summary.substring(0, Math.min(summary.length(), LONGEST))));
  }

  private static int[] shingles(int[] words) {
    var shingles = new int[words.length - SHINGLE + 1];
    for (var at = 0; at < shingles.length; at++)
      shingles[at] = (int) Hash.ofRun('s', words, at, at + SHINGLE);
    return HashSets.narrow(shingles);
  }

  /// The key of a summary's words, where it says enough.
  static void addKey(int[] words, Set<Long> keys) {
    if (words.length >= ENOUGH) keys.add(Hash.ofRun('k', words, KEY_FROM, KEY_TO));
  }

  void put(ByteBuffer bytes) {
    bytes.putLong(whole);
    Packed.put(bytes, shingles);
  }

  static SummaryTraits read(ByteBuffer bytes) {
    return new SummaryTraits(bytes.getLong(), Packed.ints(bytes));
  }

  boolean isEnough() {
    return shingles.length > 0;
  }

  boolean equalsSummary(SummaryTraits other) {
    return whole == other.whole;
  }

  /// The share of the shorter summary that stands in the other one; nothing where one of them says
  /// too little.
  OptionalDouble containment(SummaryTraits other) {
    if (!isEnough() || !other.isEnough()) return OptionalDouble.empty();
    return OptionalDouble.of(
        HashSets.containment(HashSets.wide(shingles), HashSets.wide(other.shingles)));
  }
}
