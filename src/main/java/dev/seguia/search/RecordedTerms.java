package dev.seguia.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The terms of a text, kept so that they can be read a second time without being made anew.
final class RecordedTerms {
  private char[] characters = new char[4096];
  private int[] ends = new int[512];
  private int[] steps = new int[512];
  private int size;

  private RecordedTerms() {}

  /// Looks at terms as they are read; the characters are lent for the call.
  interface Watcher {
    void see(char[] term, int length);
  }

  static RecordedTerms of(WordField text, Watcher watcher) {
    var recorded = new RecordedTerms();
    try (var terms = text.terms()) {
      var term = terms.addAttribute(CharTermAttribute.class);
      var step = terms.addAttribute(PositionIncrementAttribute.class);
      terms.reset();
      while (terms.incrementToken()) {
        watcher.see(term.buffer(), term.length());
        recorded.add(term.buffer(), term.length(), step.getPositionIncrement());
      }
      terms.end();
      return recorded;
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory", impossible);
    }
  }

  private void add(char[] term, int length, int step) {
    var start = startOf(size);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      steps = Arrays.copyOf(steps, size * 2);
    }
    if (start + length > characters.length)
      characters = Arrays.copyOf(characters, Math.max(characters.length * 2, start + length));
    System.arraycopy(term, 0, characters, start, length);
    ends[size] = start + length;
    steps[size++] = step;
  }

  private int startOf(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  /// The same terms once more.
  TokenStream stream() {
    return new Replay();
  }

  private final class Replay extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == size) return false;
      clearAttributes();
      term.copyBuffer(characters, startOf(next), ends[next] - startOf(next));
      step.setPositionIncrement(steps[next++]);
      return true;
    }
  }
}
