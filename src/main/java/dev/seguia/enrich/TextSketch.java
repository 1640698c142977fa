package dev.seguia.enrich;

import dev.seguia.text.TextWords;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A similarity sketch of a page's text, by its sentences: tells whether two pages have the same
/// text, except for a sentence or two that quote a title or give a date.
///
/// @param sentences each once, the longest ones of a long text
record TextSketch(List<Sentence> sentences) {
  private static final int MOST = 100;

  /// Texts of fewer words have nothing to be taken.
  private static final int FEWEST_WORDS = 5;

  /// So large a part of the words of the longer text is in sentences that the other one has too.
  private static final double SAME = 0.85;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…؟。]+\\s");

  /// @param hash of its words
  /// @param words how many
  record Sentence(int hash, short words) {
    static Sentence of(List<String> words) {
      return new Sentence(words.hashCode(), (short) Math.min(words.size(), Short.MAX_VALUE));
    }
  }

  TextSketch {
    sentences = List.copyOf(sentences);
  }

  /// @param text plain
  static Optional<TextSketch> of(String text) {
    var sentences =
        Stream.of(SENTENCE_END.split(text))
            .map(TextWords::of)
            .filter(words -> !words.isEmpty())
            .map(Sentence::of)
            .distinct()
            .sorted(Comparator.comparingInt(Sentence::words).reversed())
            .limit(MOST)
            .toList();
    return Optional.of(new TextSketch(sentences)).filter(sketch -> sketch.size() >= FEWEST_WORDS);
  }

  static TextSketch read(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    return new TextSketch(
        Stream.generate(() -> new Sentence(buffer.getInt(), buffer.getShort()))
            .limit(bytes.length / (Integer.BYTES + Short.BYTES))
            .toList());
  }

  byte[] bytes() {
    var buffer = ByteBuffer.allocate(sentences.size() * (Integer.BYTES + Short.BYTES));
    for (var sentence : sentences) buffer.putInt(sentence.hash()).putShort(sentence.words());
    return buffer.array();
  }

  private int size() {
    return sentences.stream().mapToInt(Sentence::words).sum();
  }

  boolean isNearly(TextSketch other) {
    var others = new HashSet<>(other.sentences);
    var common = sentences.stream().filter(others::contains).mapToInt(Sentence::words).sum();
    return common >= Math.max(size(), other.size()) * SAME;
  }
}
