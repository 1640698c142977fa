package dev.seguia.search;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.WildcardQuery;

/// Asks for words, phrases and patterns of words.
final class WordQueries {
  /// A word in the title tells more of what an entry is about than one in the text.
  private static final float TITLE_BOOST = 2;

  /// How much the field that fits less well adds.
  private static final float OTHER_FIELD = 0.2f;

  private static final Pattern ELISION =
      Pattern.compile("^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}*?]+");

  private final Analysis analysis;

  WordQueries(Analysis analysis) {
    this.analysis = analysis;
  }

  static Query nothing() {
    return new MatchNoDocsQuery("no word in it");
  }

  /// The words of a text in a row, in the title or in the text.
  Query anywhere(String text, Set<Language> languages) {
    var forms = analysis.forms(languages, text);
    return either(field -> inARow(field, forms));
  }

  /// The words of a text in a row, in one field.
  Query in(String field, String text, Set<Language> languages) {
    return inARow(field, analysis.forms(languages, text));
  }

  /// The words of a pattern, in the title or in the text.
  Query patternAnywhere(String pattern) {
    return either(field -> pattern(field, pattern));
  }

  private static Query either(Function<String, Query> inField) {
    var title = new BoostQuery(inField.apply(Fields.TITLE), TITLE_BOOST);
    return new DisjunctionMaxQuery(List.of(title, inField.apply(Fields.TEXT)), OTHER_FIELD);
  }

  private static Query inARow(String field, List<SortedSet<String>> forms) {
    if (forms.isEmpty()) return nothing();
    if (forms.size() == 1) return oneOf(field, forms.getFirst());
    var row = new MultiPhraseQuery.Builder();
    for (var word : forms)
      row.add(word.stream().map(form -> new Term(field, form)).toArray(Term[]::new));
    return row.build();
  }

  private static Query oneOf(String field, Set<String> forms) {
    var word = new SynonymQuery.Builder(field);
    forms.forEach(form -> word.addTerm(new Term(field, form)));
    return word.build();
  }

  /// A pattern with signs in it, as `covid-19*`, asks for each of its parts.
  Query pattern(String field, String pattern) {
    var parts = new BooleanQuery.Builder();
    for (var part : parts(analysis.folded(pattern)))
      parts.add(new WildcardQuery(new Term(field, part)), Occur.MUST);
    return parts.build();
  }

  /// The words and patterns in a folded pattern, without what was elided before it.
  static List<String> parts(String folded) {
    return SIGNS
        .splitAsStream(ELISION.matcher(folded).replaceFirst(""))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
