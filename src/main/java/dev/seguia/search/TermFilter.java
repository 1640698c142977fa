package dev.seguia.search;

import dev.seguia.search.TermCache.WordTerms;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// A token filter that maps each word to its terms: its stem and, if different, the folded word at
/// the same position.
final class TermFilter extends TokenFilter {
  private static final char[] NONE = new char[0];

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final SingleWord single = new SingleWord();
  private final TokenStream stemming;
  private final CharTermAttribute stem;
  private final boolean keepsWords;
  private final Language language;
  private final TermCache cache;
  private char[] folded = NONE;
  private char[] next = NONE;

  /// @param words as they stand in the text
  /// @param folding what is done to a word in every language: one word becomes one word
  /// @param stemming what is done to it then
  /// @param keepsWords whether the folded word stands beside its stem
  /// @param cache of terms that were made alike
  TermFilter(
      TokenStream words,
      UnaryOperator<TokenStream> folding,
      UnaryOperator<TokenStream> stemming,
      boolean keepsWords,
      Language language,
      TermCache cache) {
    super(words);
    this.stemming = stemming.apply(new Kept(folding.apply(single)));
    this.stem = this.stemming.getAttribute(CharTermAttribute.class);
    this.keepsWords = keepsWords;
    this.language = language;
    this.cache = cache;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next.length > 0) {
      term.copyBuffer(next, 0, next.length);
      step.setPositionIncrement(0);
      next = NONE;
      return true;
    }
    if (!input.incrementToken()) return false;
    var terms = terms(term.buffer(), term.length());
    term.copyBuffer(terms.stem(), 0, terms.stem().length);
    next = terms.folded();
    return true;
  }

  private WordTerms terms(char[] buffer, int length) throws IOException {
    var known = cache.get(language, buffer, length);
    if (known != null) return known;
    var made = made(buffer, length);
    cache.put(made);
    return made;
  }

  /// Where a term is the word as it is written, they are one array: most words are.
  private WordTerms made(char[] buffer, int length) throws IOException {
    single.offer(buffer, length);
    if (!stemming.incrementToken()) throw new IllegalStateException("a filter has left out a word");
    var written = Arrays.copyOf(buffer, length);
    var stemmed = sameOr(written, Arrays.copyOf(stem.buffer(), stem.length()));
    var isStem = !keepsWords || Arrays.equals(stemmed, folded);
    return new WordTerms(language, written, stemmed, isStem ? NONE : sameOr(written, folded));
  }

  private static char[] sameOr(char[] written, char[] term) {
    return Arrays.equals(written, term) ? written : term;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    next = NONE;
  }

  /// A token stream of a single word.
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

  /// Keeps the folded word before stemming.
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
