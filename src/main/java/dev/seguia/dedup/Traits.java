package dev.seguia.dedup;

import dev.seguia.words.SpelledWord;
import dev.seguia.words.StopWords;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an article's copies are told by: hashes of the words of its title and summary, and a sketch
/// of its text where that is long.
///
/// They take about 400 bytes, and 130 more with a sketch.
public final class Traits {
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

  private Traits(long[] keys, TitleTraits title, SummaryTraits summary, TextSignature text) {
    this.keys = keys;
    this.title = title;
    this.summary = summary;
    this.text = text;
  }

  /// Those of an article.
  ///
  /// @param summary plain text, may be empty
  /// @param content safe HTML, may be empty
  public static Traits of(String title, String summary, String content) {
    var canonical = CanonicalTitle.of(title);
    var titleTraits = TitleTraits.of(canonical);
    var summaryWords = SummaryTraits.words(summary);
    var keys =
        Stream.of(
                LongStream.of(titleTraits.whole()),
                titleTraits.words().endKeys(END),
                pairKeys(canonical.words()),
                SummaryTraits.key(summaryWords))
            .flatMapToLong(part -> part)
            .distinct()
            .toArray();
    return new Traits(keys, titleTraits, SummaryTraits.of(summaryWords), TextSignature.of(content));
  }

  /// A key for each pair of the longest words of content: copies with other titles have some of
  /// them in common.
  private static LongStream pairKeys(List<SpelledWord> title) {
    var longest =
        title.stream()
            .map(SpelledWord::folded)
            .filter(word -> !StopWords.contains(word))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .limit(LONG_WORDS)
            .mapToInt(Hash::of)
            .toArray();
    var pairs = LongStream.builder();
    for (var one = 0; one < longest.length; one++)
      for (var other = one + 1; other < longest.length; other++)
        pairs.add(Hash.ofRun('c', new int[] {longest[one], longest[other]}, 0, 2));
    return pairs.build();
  }

  /// The keys of which copies of one article share at least one: what has none of them in common
  /// need not be compared.
  public long[] keys() {
    return LongStream.concat(Arrays.stream(keys), text.keys()).toArray();
  }

  /// In a form that [#ofBytes(byte[])] reads, its version first.
  public byte[] toBytes() {
    var bytes = ByteBuffer.allocate(ROOM).put(VERSION);
    Packed.put(bytes, keys);
    title.put(bytes);
    summary.put(bytes);
    text.put(bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /// What [#toBytes()] wrote.
  ///
  /// @throws IllegalArgumentException if the bytes are of another version
  public static Traits ofBytes(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length == 0 || buffer.get() != VERSION)
      throw new IllegalArgumentException("no traits of version " + VERSION);
    return new Traits(
        Packed.longs(buffer),
        TitleTraits.read(buffer),
        SummaryTraits.read(buffer),
        TextSignature.read(buffer));
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
    return other instanceof Traits traits && Arrays.equals(toBytes(), traits.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(keys);
  }
}
