package dev.seguia.dedup;

import dev.seguia.text.SpelledWord;
import dev.seguia.text.Stem;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The words of a title as hashes, with derived features.
final class TitleWords {
  /// In words; of a title that goes on the beginning is compared, and the hash of the whole.
  private static final int MOST = 100;

  /// Of words of content; less is equal by chance.
  private static final int ENOUGH_CONTENT = 5;

  private final int[] words;
  private final byte[] kinds;

  /// Of the words of content, in order.
  private final int[] stems;

  private TitleWords(int[] words, byte[] kinds, int[] stems) {
    this.words = words;
    this.kinds = kinds;
    this.stems = stems;
  }

  /// Computed lazily: most comparisons are decided before.
  private long[] bigrams() {
    var bigrams = new long[Math.max(0, words.length - 1)];
    for (var at = 0; at < bigrams.length; at++)
      bigrams[at] = (long) words[at] << 32 | (words[at + 1] & 0xffffffffL);
    return HashSets.of(bigrams);
  }

  static TitleWords of(List<SpelledWord> title) {
    var spelled = title.subList(0, Math.min(title.size(), MOST));
    var words = new int[spelled.size()];
    var kinds = new byte[words.length];
    var stems = new int[words.length];
    var stemCount = 0;
    for (var at = 0; at < words.length; at++) {
      var word = spelled.get(at);
      words[at] = Hash.of(word.folded());
      kinds[at] = WordKind.of(word);
      if ((kinds[at] & WordKind.CONTENT) != 0) stems[stemCount++] = Hash.of(Stem.of(word.folded()));
    }
    return new TitleWords(words, kinds, Arrays.copyOf(stems, stemCount));
  }

  void put(ByteBuffer bytes) {
    Packed.put(bytes, words);
    bytes.put(kinds);
    Packed.put(bytes, stems);
  }

  static TitleWords read(ByteBuffer bytes) {
    var words = Packed.ints(bytes);
    var kinds = new byte[words.length];
    bytes.get(kinds);
    return new TitleWords(words, kinds, Packed.ints(bytes));
  }

  int count() {
    return words.length;
  }

  /// Whether both name the same numbers, each as often.
  boolean hasNumbersOf(TitleWords other) {
    return Arrays.equals(sorted(WordKind.NUMBER), other.sorted(WordKind.NUMBER));
  }

  /// Whether the same small words stand in both that can turn a sense round.
  boolean turnsLike(TitleWords other) {
    return Arrays.equals(sorted(WordKind.TURN), other.sorted(WordKind.TURN));
  }

  private int[] sorted(int kind) {
    var found = new int[words.length];
    var count = 0;
    for (var at = 0; at < words.length; at++)
      if ((kinds[at] & kind) != 0) found[count++] = words[at];
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  /// Whether each says something that the other does not.
  boolean replacesWordsOf(TitleWords other) {
    var here = HashSets.of(stems);
    var there = HashSets.of(other.stems);
    var common = HashSets.common(here, there);
    return common < here.length && common < there.length;
  }

  /// Whether the words of content are the same, in the same order: only small words differ.
  boolean saysSame(TitleWords other) {
    return stems.length >= ENOUGH_CONTENT && Arrays.equals(stems, other.stems);
  }

  double bigramsInCommon(TitleWords other) {
    return HashSets.jaccard(bigrams(), other.bigrams());
  }

  double wordsInCommon(TitleWords other) {
    return HashSets.jaccard(HashSets.of(words), HashSets.of(other.words));
  }

  /// How many words both begin with.
  int sameHead(TitleWords other) {
    var end = Math.min(words.length, other.words.length);
    var mismatch = Arrays.mismatch(words, 0, end, other.words, 0, end);
    return mismatch < 0 ? end : mismatch;
  }

  /// How many words both end with.
  int sameTail(TitleWords other) {
    var most = Math.min(words.length, other.words.length);
    var same = 0;
    while (same < most
        && words[words.length - 1 - same] == other.words[other.words.length - 1 - same]) same++;
    return same;
  }

  /// Whether a name or a number stands among some of the words.
  boolean names(int from, int to) {
    return has(WordKind.NAME | WordKind.NUMBER, from, to);
  }

  boolean hasNumber(int from, int to) {
    return has(WordKind.NUMBER, from, to);
  }

  private boolean has(int kind, int from, int to) {
    return IntStream.range(from, to).anyMatch(at -> (kinds[at] & kind) != 0);
  }

  /// The keys of the first and of the last words, where there are enough.
  void addEndKeys(int end, Set<Long> keys) {
    if (words.length < end) return;
    keys.add(Hash.ofRun('h', words, 0, end));
    keys.add(Hash.ofRun('e', words, words.length - end, words.length));
  }
}
