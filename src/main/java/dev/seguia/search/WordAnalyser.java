package dev.seguia.search;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.jspecify.annotations.Nullable;

/// The Lucene analyser: splits a text into words and folds them, the same way in every language,
/// and then stems them in one language.
///
/// Folding comes before stemming, so that who types no accents finds the same. No word is left out
/// as too common: `"to be or not to be"` is a phrase.
final class WordAnalyser extends Analyzer {
  private final Language language;
  private final boolean keepsWords;
  private final TermCache cache;
  private final Spares spares;

  /// @param keepsWords whether the folded word stands beside its stem, for patterns and for the
  ///   words of other languages
  WordAnalyser(Language language, boolean keepsWords, TermCache cache) {
    this(language, keepsWords, cache, new Spares());
  }

  private WordAnalyser(Language language, boolean keepsWords, TermCache cache, Spares spares) {
    super(spares);
    this.language = language;
    this.keepsWords = keepsWords;
    this.cache = cache;
    this.spares = spares;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    var forms =
        new TermFilter(words, WordAnalyser::folded, this::stemmed, keepsWords, language, cache);
    var lent = new Lent(forms, spares);
    var components = new TokenStreamComponents(words, lent);
    lent.are(components);
    return components;
  }

  private static TokenStream folded(TokenStream words) {
    var bare =
        new EnglishPossessiveFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
    return new FoldingFilter(bare);
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

  /// A pool of reusable components, shared by all threads, unlike Lucene's own per-thread reuse,
  /// since each poll has a thread of its own.
  private static final class Spares extends ReuseStrategy {
    private final Queue<TokenStreamComponents> spares = new ConcurrentLinkedQueue<>();

    void add(TokenStreamComponents components) {
      spares.add(components);
    }

    @Override
    public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyser, String field) {
      return spares.poll();
    }

    @Override
    public void setReusableComponents(
        Analyzer analyser, String field, TokenStreamComponents components) {
      // It is in use until it is closed.
    }
  }

  /// Returns itself to the pool when closed.
  private static final class Lent extends TokenFilter {
    private final Spares spares;
    private @Nullable TokenStreamComponents components;
    private boolean isInUse;

    Lent(TokenStream in, Spares spares) {
      super(in);
      this.spares = spares;
    }

    /// The components that it returns to the pool.
    void are(TokenStreamComponents components) {
      this.components = components;
    }

    @Override
    public boolean incrementToken() throws IOException {
      return input.incrementToken();
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      isInUse = true;
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (isInUse && components != null) spares.add(components);
      isInUse = false;
    }
  }
}
