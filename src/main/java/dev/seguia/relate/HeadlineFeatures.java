package dev.seguia.relate;

import dev.seguia.text.SpelledWord;
import dev.seguia.text.Stem;
import dev.seguia.text.StopWords;
import dev.seguia.text.TextWords;
import java.util.Arrays;
import java.util.List;

/// The words of a headline for comparison, as hashes of their stems, in text order, repetitions
/// included. One object is reused for all headlines.
final class HeadlineFeatures {
  /// A word with a capital is a name, and names make a story; in a title all in capitals none is.
  private static final float NAME = 1.3f;

  private static final float WORD = 1;

  /// Of the words of a summary, as a share of those of a title.
  static final float SUMMARY = 0.5f;

  private static final int SUMMARY_WORDS = 40;

  /// In characters of a summary that are read for them.
  private static final int SUMMARY_CHARACTERS = 600;

  private static final int TITLE_CHARACTERS = 1_000;

  /// In letters: endings of Slavic and German words go. Arabic words have theirs at the front.
  private static final int LONGEST = 6;

  /// MurmurHash3 ends with these.
  private static final long MIX_FIRST = 0xff51afd7ed558ccdL;

  private static final long MIX_SECOND = 0xc4ceb9fe1a85ec53L;

  private final long seed;
  private long[] hashes = new long[64];
  private float[] shares = new float[64];
  private int count;
  private int ofTitle;

  /// @param seed of the hashes, so that nobody can write words that collide
  HeadlineFeatures(long seed) {
    this.seed = seed;
  }

  void read(String title, String summary) {
    count = 0;
    add(beginning(title, TITLE_CHARACTERS), Integer.MAX_VALUE, 1);
    ofTitle = count;
    add(beginning(summary, SUMMARY_CHARACTERS), SUMMARY_WORDS, SUMMARY);
  }

  int count() {
    return count;
  }

  /// How many are in the title; they come first.
  int ofTitle() {
    return ofTitle;
  }

  /// Names the stem of a word. Two stems in 2^64 have one hash.
  long hash(int at) {
    return hashes[at];
  }

  /// The weight of a word in its headline, without its rarity.
  float share(int at) {
    return shares[at];
  }

  long bytes() {
    return Bytes.array(hashes.length, Long.BYTES) + Bytes.array(shares.length, Float.BYTES);
  }

  private static String beginning(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private void add(String text, int most, float share) {
    var name = isShouted(text) ? WORD : NAME;
    for (var word : first(TextWords.spelled(text), most))
      if (counts(word.folded()))
        add(hash(Stem.of(word.folded())), share * (word.capital() ? name : WORD));
  }

  private static List<SpelledWord> first(List<SpelledWord> words, int most) {
    return words.subList(0, Math.min(words.size(), most));
  }

  private void add(long hash, float share) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      shares = Arrays.copyOf(shares, 2 * count);
    }
    hashes[count] = hash;
    shares[count++] = share;
  }

  private static boolean counts(String word) {
    var isLong = word.codePointCount(0, word.length()) > 1 || Character.isDigit(word.charAt(0));
    return isLong && !StopWords.contains(word);
  }

  private long hash(String stem) {
    var end = Stem.isArabic(stem) ? stem.length() : Math.min(stem.length(), LONGEST);
    var hash = seed;
    for (var at = 0; at < end; at++) hash = mixed(hash ^ stem.charAt(at), MIX_FIRST);
    return mixed(hash ^ end, MIX_SECOND);
  }

  private static long mixed(long hash, long multiplier) {
    var product = hash * multiplier;
    return product ^ (product >>> 32);
  }

  private static boolean isShouted(String text) {
    var isUpper = false;
    for (var at = 0; at < text.length(); ) {
      var codePoint = text.codePointAt(at);
      if (Character.isLowerCase(codePoint)) return false;
      isUpper |= Character.isUpperCase(codePoint);
      at += Character.charCount(codePoint);
    }
    return isUpper;
  }
}
