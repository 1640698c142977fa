package dev.seguia.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Brings each word of a text to its terms: its stem and, where that is another one, the word
/// itself at the same place.
///
/// What becomes of a word depends on nothing but the word, and a text is mostly made of few of
/// them: those that were met lately are remembered, and pass the filters once.
final class WordForms extends TokenFilter {
  /// Remembered words, a power of two; each takes some hundred bytes.
  private static final int REMEMBERED = 1 << 12;

  /// In characters; longer words are no words that come again.
  private static final int LONGEST = 24;

  private static final Forms NONE = new Forms(new char[0], new char[0], new char[0]);

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final SingleWord single = new SingleWord();
  private final TokenStream stemming;
  private final CharTermAttribute stem;
  private final boolean keepsWords;
  private final Forms[] remembered = new Forms[REMEMBERED];
  private char[] folded = new char[0];
  private Forms next = NONE;

  /// The forms of a word.
  ///
  /// @param written as it stands in the text
  /// @param word folded; empty where it is the stem
  private record Forms(char[] written, char[] stem, char[] word) {
    /// By a loop: words are short, and what compares long arrays takes longer to begin.
    boolean areOf(char[] buffer, int length) {
      if (written.length != length) return false;
      for (var at = 0; at < length; at++) if (written[at] != buffer[at]) return false;
      return true;
    }
  }

  /// @param words as they stand in the text
  /// @param folding what is done to a word in every language: one word becomes one word
  /// @param stemming what is done to it then
  /// @param keepsWords whether the word itself stands beside its stem
  WordForms(
      TokenStream words,
      UnaryOperator<TokenStream> folding,
      UnaryOperator<TokenStream> stemming,
      boolean keepsWords) {
    super(words);
    this.stemming = stemming.apply(new Kept(folding.apply(single)));
    this.stem = this.stemming.getAttribute(CharTermAttribute.class);
    this.keepsWords = keepsWords;
    Arrays.fill(remembered, NONE);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next.word().length > 0) {
      term.copyBuffer(next.word(), 0, next.word().length);
      step.setPositionIncrement(0);
      next = NONE;
      return true;
    }
    if (!input.incrementToken()) return false;
    var forms = forms(term.buffer(), term.length());
    term.copyBuffer(forms.stem(), 0, forms.stem().length);
    next = forms;
    return true;
  }

  private Forms forms(char[] buffer, int length) throws IOException {
    if (length > LONGEST) return made(buffer, length);
    var slot = slot(buffer, length);
    if (remembered[slot].areOf(buffer, length)) return remembered[slot];
    var forms = made(buffer, length);
    remembered[slot] = forms;
    return forms;
  }

  private static int slot(char[] buffer, int length) {
    var hash = length;
    for (var at = 0; at < length; at++) hash = hash * 31 + buffer[at];
    return (hash ^ hash >>> 15) & (REMEMBERED - 1);
  }

  private Forms made(char[] buffer, int length) throws IOException {
    single.offer(buffer, length);
    if (!stemming.incrementToken()) throw new IllegalStateException("a filter has left out a word");
    var written = Arrays.copyOf(buffer, length);
    var stemmed = Arrays.copyOf(stem.buffer(), stem.length());
    var isWord = !keepsWords || Arrays.equals(stemmed, folded);
    return new Forms(written, stemmed, isWord ? new char[0] : folded);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    next = NONE;
  }

  /// The one word that passes the filters.
  private static final class SingleWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    void offer(char[] buffer, int length) {
      clearAttributes();
      term.copyBuffer(buffer, 0, length);
    }

    @Override
    public boolean incrementToken() {
      return true;
    }
  }

  /// Keeps the folded word before it is brought to its stem.
  private final class Kept extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    Kept(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) return false;
      folded = Arrays.copyOf(word.buffer(), word.length());
      return true;
    }
  }
}
