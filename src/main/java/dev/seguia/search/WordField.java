package dev.seguia.search;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/// A text field that is analysed in its own language rather than that of the whole index.
public final class WordField extends Field {
  private final Supplier<TokenStream> terms;

  WordField(String name, String text, Supplier<TokenStream> terms) {
    super(name, text, TextField.TYPE_NOT_STORED);
    this.terms = terms;
  }

  public TokenStream terms() {
    return terms.get();
  }

  /// Created lazily: the words of two fields are not read at once.
  @Override
  public TokenStream tokenStream(Analyzer ofTheIndex, @Nullable TokenStream before) {
    return terms.get();
  }
}
