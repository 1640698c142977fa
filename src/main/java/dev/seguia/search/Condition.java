package dev.seguia.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/// What the terms of an entry tell of whether it fits a query. The query itself need only be asked
/// where it matters how its words stand, or how they end.
sealed interface Condition {

  /// From the least to the most.
  enum Fit {
    NO,
    MAYBE,
    YES;

    Fit and(Fit other) {
      return compareTo(other) < 0 ? this : other;
    }

    Fit or(Fit other) {
      return compareTo(other) < 0 ? other : this;
    }

    Fit not() {
      return switch (this) {
        case NO -> YES;
        case MAYBE -> MAYBE;
        case YES -> NO;
      };
    }
  }

  /// The numbers of the terms that matter.
  interface Numbers {
    int of(Term term);

    int ofPrefix(Term prefix);
  }

  /// Whether an entry fits.
  ///
  /// @param seen the numbers of the terms and prefixes that an entry has
  Fit of(BitSet seen);

  /// That one of some terms is there.
  record HasAny(int... numbers) implements Condition {
    @Override
    public Fit of(BitSet seen) {
      for (var number : numbers) if (seen.get(number)) return Fit.YES;
      return Fit.NO;
    }
  }

  /// That more is to be looked at if something is so.
  record AtMost(Condition condition) implements Condition {
    @Override
    public Fit of(BitSet seen) {
      return condition.of(seen).and(Fit.MAYBE);
    }
  }

  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Fit of(BitSet seen) {
      var fit = Fit.YES;
      for (var at = 0; at < conditions.size() && fit != Fit.NO; at++)
        fit = fit.and(conditions.get(at).of(seen));
      return fit;
    }
  }

  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Fit of(BitSet seen) {
      var fit = Fit.NO;
      for (var at = 0; at < conditions.size() && fit != Fit.YES; at++)
        fit = fit.or(conditions.get(at).of(seen));
      return fit;
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public Fit of(BitSet seen) {
      return condition.of(seen).not();
    }
  }

  /// The condition of a query, whose terms all get numbers.
  static Condition of(Query query, Numbers numbers) {
    return switch (query) {
      case TermQuery term -> new HasAny(numbers.of(term.getTerm()));
      case SynonymQuery words -> any(words.getTerms(), numbers);
      case PhraseQuery row -> new AtMost(row(Stream.of(row.getTerms()).map(List::of), numbers));
      case MultiPhraseQuery row ->
          new AtMost(row(Stream.of(row.getTermArrays()).map(List::of), numbers));
      case WildcardQuery pattern ->
          new AtMost(new HasAny(numbers.ofPrefix(Anchor.prefix(pattern))));
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
      else if (!clause.isProhibited()) choices.add(condition);
    }
    if (all.isEmpty()) all.add(any(choices));
    for (var clause : several.clauses())
      if (clause.isProhibited()) all.add(new Not(of(clause.query(), numbers)));
    return new All(all);
  }

  private static List<Condition> of(Collection<Query> queries, Numbers numbers) {
    return queries.stream().map(query -> of(query, numbers)).toList();
  }

  private static Condition row(Stream<List<Term>> words, Numbers numbers) {
    return new All(words.map(forms -> any(forms, numbers)).toList());
  }

  private static Condition any(List<Term> terms, Numbers numbers) {
    return new HasAny(terms.stream().mapToInt(numbers::of).toArray());
  }

  /// Those that ask for terms only are asked in one.
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
