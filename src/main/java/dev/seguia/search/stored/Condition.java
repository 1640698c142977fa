package dev.seguia.search.stored;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/// A stored query's condition on a single entry, with the same result as a search in the index.
sealed interface Condition {
  boolean fits(SeenTerms entry);

  /// The numbers of terms and patterns.
  interface Numbers {
    int of(Term term);

    int of(WildcardQuery pattern);
  }

  /// One of some terms or patterns occurs.
  record HasAny(int... numbers) implements Condition {
    @Override
    public boolean fits(SeenTerms entry) {
      for (var number : numbers) if (entry.has(number)) return true;
      return false;
    }
  }

  /// Some words occur in a row (phrase).
  ///
  /// @param words by their numbers
  record Row(int... words) implements Condition {
    @Override
    public boolean fits(SeenTerms entry) {
      return entry.hasRow(words);
    }
  }

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean fits(SeenTerms entry) {
      for (var one : conditions) if (!one.fits(entry)) return false;
      return true;
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean fits(SeenTerms entry) {
      for (var one : conditions) if (one.fits(entry)) return true;
      return false;
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean fits(SeenTerms entry) {
      return !condition.fits(entry);
    }
  }

  /// The condition of a query, whose terms and patterns all get numbers.
  static Condition of(Query query, Numbers numbers) {
    return switch (query) {
      case TermQuery term -> new HasAny(numbers.of(term.getTerm()));
      case SynonymQuery words -> new HasAny(of(words.getTerms(), numbers));
      case PhraseQuery row -> new Row(of(List.of(row.getTerms()), numbers));
      case WildcardQuery pattern -> new HasAny(numbers.of(pattern));
      case BoostQuery boosted -> of(boosted.getQuery(), numbers);
      case ConstantScoreQuery constant -> of(constant.getQuery(), numbers);
      case DisjunctionMaxQuery any -> any(of(any.getDisjuncts(), numbers));
      case BooleanQuery several -> of(several, numbers);
      case MatchNoDocsQuery _ -> new HasAny();
      default -> throw new IllegalArgumentException("no query of ours: " + query);
    };
  }

  private static Condition of(BooleanQuery several, Numbers numbers) {
    var all = new ArrayList<Condition>();
    var choices = new ArrayList<Condition>();
    for (var clause : several.clauses()) {
      var condition = of(clause.query(), numbers);
      if (clause.isRequired()) all.add(condition);
      else if (clause.isProhibited()) all.add(new Not(condition));
      else choices.add(condition);
    }
    if (several.clauses().stream().noneMatch(clause -> clause.isRequired())) all.add(any(choices));
    return all.size() == 1 ? all.getFirst() : new All(all);
  }

  private static List<Condition> of(Collection<Query> queries, Numbers numbers) {
    return queries.stream().map(query -> of(query, numbers)).toList();
  }

  private static int[] of(List<Term> terms, Numbers numbers) {
    return terms.stream().mapToInt(numbers::of).toArray();
  }

  /// Combines conditions on single terms into one.
  private static Condition any(List<Condition> choices) {
    var terms =
        new HasAny(
            choices.stream()
                .flatMapToInt(one ->
                    one instanceof HasAny(var numbers) ? IntStream.of(numbers) : IntStream.empty())
                .toArray());
    var others = new ArrayList<Condition>(List.of(terms));
    choices.stream().filter(one -> !(one instanceof HasAny)).forEach(others::add);
    return others.size() == 1 ? terms : new Any(others);
  }
}
