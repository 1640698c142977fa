package dev.seguia.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/// Gives each stem, and at the same place the word that it was made of if that is another.
final class WordBesideStem extends TokenFilter {
  private final Words words;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private boolean wordIsNext;

  private WordBesideStem(Words words, TokenStream stems) {
    super(stems);
    this.words = words;
  }

  static TokenStream of(TokenStream words, UnaryOperator<TokenStream> stemming) {
    var kept = new Words(words);
    return new WordBesideStem(kept, stemming.apply(kept));
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (wordIsNext) {
      term.copyBuffer(words.word, 0, words.length);
      step.setPositionIncrement(0);
      wordIsNext = false;
      return true;
    }
    if (!input.incrementToken()) return false;
    wordIsNext = !Arrays.equals(term.buffer(), 0, term.length(), words.word, 0, words.length);
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    wordIsNext = false;
  }

  /// Keeps each word before it is brought to its stem.
  private static final class Words extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] word = new char[64];
    private int length;

    Words(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) return false;
      length = term.length();
      word = ArrayUtil.grow(word, length);
      System.arraycopy(term.buffer(), 0, word, 0, length);
      return true;
    }
  }
}
