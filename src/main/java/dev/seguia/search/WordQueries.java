package dev.seguia.search;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.WildcardQuery;

/// Builds Lucene queries for words, phrases and patterns.
public final class WordQueries {
  /// A word in the title tells more of what an entry is about than one in the text.
  private static final float TITLE_BOOST = 2;

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
    var rows = analysis.rows(languages, text);
    return either(field -> inARow(field, rows));
  }

  /// The words of a text in a row, in one field.
  Query in(String field, String text, Set<Language> languages) {
    return inARow(field, analysis.rows(languages, text));
  }

  /// The words of a pattern, in the title or in the text.
  Query patternAnywhere(String pattern) {
    return either(field -> pattern(field, pattern));
  }

  /// A sum of scores, for which Lucene can skip documents; a maximum with a tie-breaker cannot.
  private static Query either(Function<String, Query> inField) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(inField.apply(Fields.TITLE), TITLE_BOOST), Occur.SHOULD)
        .add(inField.apply(Fields.TEXT), Occur.SHOULD)
        .build();
  }

  private static Query inARow(String field, Set<List<String>> rows) {
    var longest = rows.stream().mapToInt(List::size).max().orElse(0);
    return switch (longest) {
      case 0 -> nothing();
      case 1 -> oneOf(field, rows);
      default -> new DisjunctionMaxQuery(rows.stream().map(row -> phrase(field, row)).toList(), 0);
    };
  }

  private static Query oneOf(String field, Set<List<String>> words) {
    var word = new SynonymQuery.Builder(field);
    words.forEach(form -> word.addTerm(new Term(field, form.getFirst())));
    return word.build();
  }

  private static Query phrase(String field, List<String> row) {
    return new PhraseQuery(field, row.toArray(String[]::new));
  }

  /// A pattern with signs in it, as `covid-19*`, asks for each of its parts.
  Query pattern(String field, String pattern) {
    var parts = new BooleanQuery.Builder();
    for (var part : parts(analysis.folded(pattern)))
      parts.add(new WildcardQuery(new Term(field, part)), Occur.MUST);
    return parts.build();
  }

  /// The words and patterns in a folded pattern, without an elided article.
  public static List<String> parts(String folded) {
    return SIGNS
        .splitAsStream(ELISION.matcher(folded).replaceFirst(""))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
