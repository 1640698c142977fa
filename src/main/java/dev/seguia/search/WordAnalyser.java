package dev.seguia.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/// Cuts a text into words and folds them, the same in every language, and then brings them to the
/// stems of one.
///
/// Folding comes before stemming, so that who types no accents finds the same. No word is left out
/// as too common: `"to be or not to be"` is a phrase.
final class WordAnalyser extends Analyzer {
  private final Language language;
  private final boolean keepsWords;

  /// @param keepsWords whether the word itself stands beside its stem, for patterns and for the
  ///   words of other languages
  WordAnalyser(Language language, boolean keepsWords) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.language = language;
    this.keepsWords = keepsWords;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    var bare =
        new EnglishPossessiveFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
    var folded = new FoldingFilter(bare);
    return new TokenStreamComponents(
        words, keepsWords ? WordBesideStem.of(folded, this::stemmed) : stemmed(folded));
  }

  private TokenStream stemmed(TokenStream words) {
    var arabic = new ArabicStemFilter(words);
    return switch (language) {
      case FRENCH -> new FrenchLightStemFilter(arabic);
      case ENGLISH -> new KStemFilter(arabic);
      case OTHER -> arabic;
    };
  }

  @Override
  protected TokenStream normalize(String field, TokenStream pattern) {
    return new FoldingFilter(pattern);
  }
}
