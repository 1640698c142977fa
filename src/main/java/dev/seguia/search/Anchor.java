package dev.seguia.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/// Terms of which every entry that a query finds has at least one: an entry without any of them
/// need not be tried.
///
/// @param terms few and rare ones, as far as can be told by their looks; none if nothing is found
record Anchor(Set<Term> terms) {
  /// An entry has one of a few languages: that it has it tells least of all.
  private static final int WORTH_OF_LANGUAGE = 1;

  private static final int WORTH_OF_TAG = 8;

  Anchor {
    terms = Set.copyOf(terms);
  }

  /// The anchor of a query; empty if it has none, as a pattern.
  static Optional<Anchor> of(Query query) {
    return switch (query) {
      case TermQuery term -> Optional.of(new Anchor(Set.of(term.getTerm())));
      case SynonymQuery words -> Optional.of(new Anchor(Set.copyOf(words.getTerms())));
      case MultiPhraseQuery row -> rarest(words(row));
      case BoostQuery boosted -> of(boosted.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case DisjunctionMaxQuery any -> ofAny(any.getDisjuncts());
      case BooleanQuery several -> of(several);
      case MatchNoDocsQuery _ -> Optional.of(new Anchor(Set.of()));
      default -> Optional.empty();
    };
  }

  private static Optional<Anchor> of(BooleanQuery several) {
    var required = new ArrayList<Anchor>();
    var choices = new ArrayList<Query>();
    for (var clause : several.clauses()) {
      if (clause.isRequired()) of(clause.query()).ifPresent(required::add);
      else if (!clause.isProhibited()) choices.add(clause.query());
    }
    return choices.isEmpty() ? rarest(required) : ofAny(choices);
  }

  private static Optional<Anchor> ofAny(Collection<Query> alternatives) {
    var all = new HashSet<Term>();
    for (var one : alternatives) {
      var anchor = of(one);
      if (anchor.isEmpty()) return Optional.empty();
      all.addAll(anchor.get().terms());
    }
    return Optional.of(new Anchor(all));
  }

  private static List<Anchor> words(MultiPhraseQuery row) {
    return List.of(row.getTermArrays()).stream().map(word -> new Anchor(Set.of(word))).toList();
  }

  private static Optional<Anchor> rarest(List<Anchor> anchors) {
    return anchors.stream().max(Comparator.comparingInt(Anchor::worth));
  }

  /// Long words are rare.
  private int worth() {
    return terms.stream().mapToInt(Anchor::worth).min().orElse(Integer.MAX_VALUE);
  }

  private static int worth(Term term) {
    return switch (term.field()) {
      case Fields.LANGUAGE -> WORTH_OF_LANGUAGE;
      case Fields.TAG, Fields.SOURCE -> WORTH_OF_TAG;
      default -> term.text().length();
    };
  }
}
