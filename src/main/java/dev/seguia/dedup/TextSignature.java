package dev.seguia.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A MinHash sketch of a full text (Broder 1997): the share of equal rows of two sketches
/// approximates the share of common word 4-shingles (Jaccard similarity).
///
/// One hash of each shingle serves all rows: its upper bits choose the row (one permutation
/// hashing, Li, Owen and Zhang 2012). Of each row the lower 16 bits are kept, which errs by 1 in
/// 65,536 (Li and König 2010).
///
/// @param whole the hash of all words
/// @param rows none for a text that is too short
record TextSignature(long whole, short[] rows) {
  /// In words; below, a sketch is mostly chance.
  private static final int ENOUGH = 120;

  private static final int ROW_BITS = 6;
  private static final int ROWS = 1 << ROW_BITS;
  private static final int BAND = 4;
  private static final int SHINGLE = 4;
  private static final long EMPTY = Long.MAX_VALUE;

  /// @param words the hash of each word, in order
  static TextSignature of(int[] words) {
    if (words.length < ENOUGH) return new TextSignature(0, new short[0]);
    return new TextSignature(Hash.ofRun('x', words, 0, words.length), rows(words));
  }

  private static short[] rows(int[] words) {
    var least = new long[ROWS];
    Arrays.fill(least, EMPTY);
    var seed = Hash.mix('x');
    for (var at = 0; at + SHINGLE <= words.length; at++) {
      var hash = Hash.goOn(seed, words, at, at + SHINGLE);
      var row = (int) (hash >>> (Long.SIZE - ROW_BITS));
      least[row] = Math.min(least[row], hash & 0xffff_ffffL);
    }
    var rows = new short[ROWS];
    for (var row = 0; row < ROWS; row++) rows[row] = (short) least[filled(least, row)];
    return rows;
  }

  /// A row that no shingle fell into takes the next one's value, in both of two texts alike
  /// (Shrivastava and Li 2014).
  private static int filled(long[] least, int row) {
    while (least[row] == EMPTY) row = (row + 1) % ROWS;
    return row;
  }

  void put(ByteBuffer bytes) {
    bytes.putLong(whole);
    Packed.put(bytes, rows);
  }

  static TextSignature read(ByteBuffer bytes) {
    return new TextSignature(bytes.getLong(), Packed.shorts(bytes));
  }

  boolean isEnough() {
    return rows.length > 0;
  }

  boolean equalsText(TextSignature other) {
    return whole == other.whole;
  }

  /// A key for each band of four rows: texts with six in ten shingles in common share one in nine
  /// cases of ten.
  LongStream keys() {
    return IntStream.range(0, rows.length / BAND)
        .mapToLong(band -> Hash.ofRun(0x100 + band, band(band * BAND), 0, BAND));
  }

  private int[] band(int from) {
    return IntStream.range(from, from + BAND).map(row -> rows[row]).toArray();
  }

  /// About the share of shingles that two texts have in common, of both that are long enough.
  double similarity(TextSignature other) {
    var equal = IntStream.range(0, ROWS).filter(row -> rows[row] == other.rows[row]).count();
    return (double) equal / ROWS;
  }
}
