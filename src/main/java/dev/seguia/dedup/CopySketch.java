package dev.seguia.dedup;

import dev.seguia.text.SpelledWord;
import dev.seguia.text.StopWords;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The features by which copies of an article are recognised: hashes of the words of its title and
/// summary, and a MinHash sketch of its text if that is long.
///
/// They take about 400 bytes, and 130 more with a sketch.
public final class CopySketch {
  private static final byte VERSION = 1;

  /// In words of the keys of a title's ends.
  private static final int END = 6;

  private static final int LONG_WORDS = 4;

  /// More than any traits take, in bytes.
  private static final int ROOM = 4_096;

  private final long[] keys;
  private final TitleTraits title;
  private final SummaryTraits summary;
  private final TextSignature text;

  private CopySketch(long[] keys, TitleTraits title, SummaryTraits summary, TextSignature text) {
    this.keys = keys;
    this.title = title;
    this.summary = summary;
    this.text = text;
  }

  /// The sketch of an article of which only the title is left.
  public static CopySketch ofTitle(String title) {
    return of(title, "", "");
  }

  /// The sketch of an article.
  ///
  /// @param summary plain text, may be empty
  /// @param content safe HTML, may be empty
  public static CopySketch of(String title, String summary, String content) {
    var words = new Words();
    words.addContent(content);
    return of(title, summary, words);
  }

  /// @param words those of the content, hashed
  static CopySketch of(String title, String summary, Words words) {
    var canonical = CanonicalTitle.of(title);
    var titleTraits = TitleTraits.of(canonical);
    var summaryWords = SummaryTraits.words(summary);
    var keys = new LinkedHashSet<Long>();
    keys.add(titleTraits.whole());
    titleTraits.words().addEndKeys(END, keys);
    addPairKeys(canonical.words(), keys);
    SummaryTraits.addKey(summaryWords, keys);
    return new CopySketch(
        array(keys),
        titleTraits,
        SummaryTraits.of(summaryWords),
        TextSignature.of(words.content()));
  }

  /// A key for each pair of the longest words of content: copies with other titles have some of
  /// them in common.
  private static void addPairKeys(List<SpelledWord> title, Set<Long> keys) {
    var words = new LinkedHashSet<String>();
    for (var word : title) if (!StopWords.contains(word.folded())) words.add(word.folded());
    var longest = new ArrayList<>(words);
    longest.sort(CopySketch::longerFirst);
    var hashes = Hash.each(longest.subList(0, Math.min(LONG_WORDS, longest.size())));
    for (var one = 0; one < hashes.length; one++)
      for (var other = one + 1; other < hashes.length; other++)
        keys.add(Hash.ofRun('c', new int[] {hashes[one], hashes[other]}, 0, 2));
  }

  private static int longerFirst(String one, String other) {
    return one.length() == other.length()
        ? one.compareTo(other)
        : Integer.compare(other.length(), one.length());
  }

  private static long[] array(Set<Long> keys) {
    var array = new long[keys.size()];
    var at = 0;
    for (var key : keys) array[at++] = key;
    return array;
  }

  /// The LSH keys, of which copies of one article share at least one: copies without a common key
  /// need not be compared.
  public long[] keys() {
    return LongStream.concat(Arrays.stream(keys), text.keys()).toArray();
  }

  /// Serialises the sketch, its version first.
  public byte[] toBytes() {
    var bytes = ByteBuffer.allocate(ROOM).put(VERSION);
    Packed.put(bytes, keys);
    title.put(bytes);
    summary.put(bytes);
    text.put(bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /// Deserialises what [#toBytes()] wrote.
  ///
  /// @throws IllegalArgumentException if the bytes are of another version
  public static CopySketch ofBytes(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length == 0 || buffer.get() != VERSION)
      throw new IllegalArgumentException("no traits of version " + VERSION);
    return new CopySketch(
        Packed.longs(buffer),
        TitleTraits.read(buffer),
        SummaryTraits.read(buffer),
        TextSignature.read(buffer));
  }

  /// The hash of the words of the title, without the labels that outlets add.
  public long titleHash() {
    return title.whole();
  }

  /// Whether the title is long enough to identify the article: shorter ones are equal by chance.
  public boolean isTitleEnough() {
    return title.words().count() >= SameArticle.ENOUGH_TITLE;
  }

  TitleTraits title() {
    return title;
  }

  SummaryTraits summary() {
    return summary;
  }

  TextSignature text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CopySketch traits && Arrays.equals(toBytes(), traits.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(keys);
  }
}
