package dev.seguia.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Those terms of a text that matter, kept at their places so that they can be read a second time
/// without being made anew.
final class RecordedTerms {
  private char[] characters = new char[1024];
  private int[] ends = new int[128];
  private int[] places = new int[128];
  private int size;

  private RecordedTerms() {}

  /// Says of terms as they are read whether they matter; the characters are lent for the call.
  interface Watcher {
    boolean matters(char[] term, int length);
  }

  static RecordedTerms of(WordField text, Watcher watcher) {
    var recorded = new RecordedTerms();
    try (var terms = text.terms()) {
      var term = terms.addAttribute(CharTermAttribute.class);
      var step = terms.addAttribute(PositionIncrementAttribute.class);
      terms.reset();
      for (var place = 0; terms.incrementToken(); ) {
        place += step.getPositionIncrement();
        if (watcher.matters(term.buffer(), term.length()))
          recorded.add(term.buffer(), term.length(), place);
      }
      terms.end();
      return recorded;
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory", impossible);
    }
  }

  private void add(char[] term, int length, int place) {
    var start = startOf(size);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      places = Arrays.copyOf(places, size * 2);
    }
    if (start + length > characters.length)
      characters = Arrays.copyOf(characters, Math.max(characters.length * 2, start + length));
    System.arraycopy(term, 0, characters, start, length);
    ends[size] = start + length;
    places[size++] = place;
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
      step.setPositionIncrement(places[next] - (next == 0 ? 0 : places[next - 1]));
      next++;
      return true;
    }
  }
}
