package dev.seguia.search;

import dev.seguia.feed.Tag;
import dev.seguia.query.Field;
import dev.seguia.query.Query.And;
import dev.seguia.query.Query.In;
import dev.seguia.query.Query.Or;
import dev.seguia.query.Query.Phrase;
import dev.seguia.query.Query.Wildcard;
import dev.seguia.query.Query.Word;
import dev.seguia.text.Fold;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/// Compiles a search query into a Lucene query.
public final class QueryCompiler {
  private static final Set<Language> ALL = EnumSet.allOf(Language.class);

  private final WordQueries words;

  public QueryCompiler(Analysis analysis) {
    words = new WordQueries(analysis);
  }

  public Query compile(dev.seguia.query.Query query) {
    return compile(query, ALL);
  }

  /// @param languages in which the words of the query are looked up
  private Query compile(dev.seguia.query.Query query, Set<Language> languages) {
    return switch (query) {
      case Word(var text) -> words.anywhere(text, languages);
      case Phrase(var text) -> words.anywhere(text, languages);
      case Wildcard(var pattern) -> words.patternAnywhere(pattern);
      case In(var field, var inner) -> inField(field, inner, languages);
      case And(var with, var without) -> {
        var narrowed = language(with).<Set<Language>>map(EnumSet::of).orElse(languages);
        var all = new BooleanQuery.Builder();
        for (var one : with) all.add(compile(one, narrowed), Occur.MUST);
        for (var one : without) all.add(compile(one, narrowed), Occur.MUST_NOT);
        yield all.build();
      }
      case Or(var alternatives) -> {
        var any = new BooleanQuery.Builder();
        for (var one : alternatives) any.add(compile(one, languages), Occur.SHOULD);
        yield any.build();
      }
    };
  }

  /// The language that all found entries have, if the query says so.
  private static Optional<Language> language(List<dev.seguia.query.Query> with) {
    return with.stream()
        .flatMap(one ->
            one instanceof In(var field, Word(var code)) && field == Field.LANG
                ? Optional.of(Language.of(Optional.of(code))).stream()
                : Optional.<Language>empty().stream())
        .findFirst();
  }

  private Query inField(Field field, dev.seguia.query.Query query, Set<Language> languages) {
    return switch (query) {
      case Word(var text) -> leaf(field, text, languages);
      case Phrase(var text) -> leaf(field, text, languages);
      case Wildcard(var pattern) -> pattern(field, pattern);
      case In inner -> compile(inner, languages);
      case And(var with, var without) -> {
        var all = new BooleanQuery.Builder();
        for (var one : with) all.add(inField(field, one, languages), Occur.MUST);
        for (var one : without) all.add(inField(field, one, languages), Occur.MUST_NOT);
        yield all.build();
      }
      case Or(var alternatives) -> {
        var any = new BooleanQuery.Builder();
        for (var one : alternatives) any.add(inField(field, one, languages), Occur.SHOULD);
        yield any.build();
      }
    };
  }

  private Query leaf(Field field, String text, Set<Language> languages) {
    return switch (field) {
      case TITLE -> words.in(Fields.TITLE, text, languages);
      case SOURCE ->
          source(key(Fields.SOURCE, Hosts.asked(text)), words.in(Fields.SOURCE_TITLE, text, ALL));
      case LANG -> key(Fields.LANGUAGE, text.toLowerCase(Locale.ROOT));
      case TAG -> Tag.isLabel(text) ? key(Fields.TAG, Tag.of(text).name()) : WordQueries.nothing();
    };
  }

  private Query pattern(Field field, String pattern) {
    return switch (field) {
      case TITLE -> words.pattern(Fields.TITLE, pattern);
      case SOURCE ->
          source(
              wildcard(Fields.SOURCE, pattern.toLowerCase(Locale.ROOT)),
              words.pattern(Fields.SOURCE_TITLE, pattern));
      case LANG -> WordQueries.nothing();
      case TAG ->
          wildcard(Fields.TAG, Fold.fold(pattern).replaceAll("[^\\p{L}\\p{N}\\p{M}*?]+", "-"));
    };
  }

  /// Where an entry comes from is a matter of yes or no.
  private static Query source(Query byName, Query byTitle) {
    return new ConstantScoreQuery(
        new BooleanQuery.Builder().add(byName, Occur.SHOULD).add(byTitle, Occur.SHOULD).build());
  }

  private static Query key(String field, String value) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
  }

  private static Query wildcard(String field, String pattern) {
    return new WildcardQuery(new Term(field, pattern));
  }
}
