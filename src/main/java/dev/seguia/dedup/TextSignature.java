package dev.seguia.dedup;

import dev.seguia.words.TextWords;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A sketch of a full text by MinHash (Broder 1997): the share of equal rows of two of them is
/// about the share of word 4-shingles that both texts have in common.
///
/// Of each row the lower 16 bits are kept, which errs by 1 in 65,536 (Li and König 2010).
///
/// @param whole the hash of all words
/// @param rows none for a text that is too short
record TextSignature(long whole, short[] rows) {
  /// In words; below, a sketch is mostly chance.
  private static final int ENOUGH = 120;

  private static final int ROWS = 64;
  private static final int BAND = 4;
  private static final int SHINGLE = 4;

  /// In words that are read of a text.
  private static final int MOST = 5_000;

  static TextSignature of(String html) {
    var words = TextWords.of(withoutMarkup(html));
    if (words.size() < ENOUGH) return new TextSignature(0, new short[0]);
    var hashes = Hash.each(words.subList(0, Math.min(words.size(), MOST)));
    return new TextSignature(Hash.ofRun('x', hashes, 0, hashes.length), rows(hashes));
  }

  /// In safe HTML every `<` begins a tag, and every `&` a character reference.
  private static String withoutMarkup(String html) {
    var text = new StringBuilder(html.length());
    for (var at = 0; at < html.length(); at++) {
      var character = html.charAt(at);
      var close = character == '<' ? '>' : character == '&' ? ';' : '\0';
      text.append(close == '\0' ? character : ' ');
      var end = close == '\0' ? at : html.indexOf(close, at);
      at = end < 0 ? html.length() : end;
    }
    return text.toString();
  }

  private static short[] rows(int[] words) {
    var least = new int[ROWS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (var at = 0; at + SHINGLE <= words.length; at++)
      lower(least, Hash.ofRun('x', words, at, at + SHINGLE));
    var rows = new short[ROWS];
    for (var row = 0; row < ROWS; row++) rows[row] = (short) least[row];
    return rows;
  }

  /// One permutation for each row, made of the two halves of a hash (Kirsch and Mitzenmacher 2006).
  private static void lower(int[] least, long shingle) {
    var step = (int) (shingle >>> 32) | 1;
    var hash = (int) shingle;
    for (var row = 0; row < ROWS; row++) {
      hash += step;
      least[row] = Math.min(least[row], (hash ^ (hash >>> 15)) * 0x2c1b3c6d);
    }
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
