package dev.seguia.search.stored;

import dev.seguia.search.Fields;
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
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/// Terms and prefixes of which every entry that a query matches has at least one: entries without
/// any of them are skipped (presearcher).
///
/// @param terms few and rare ones, as far as can be told by their looks
/// @param prefixes what the terms of a pattern begin with; where there is neither, nothing is found
record Anchor(Set<Term> terms, Set<Term> prefixes) {
  /// An entry has one of a few languages: that it has it tells least of all.
  private static final int WORTH_OF_LANGUAGE = 1;

  private static final int WORTH_OF_TAG = 8;

  /// Many words begin alike.
  private static final int LOSS_OF_PREFIX = 3;

  Anchor {
    terms = Set.copyOf(terms);
    prefixes = Set.copyOf(prefixes);
  }

  private static Anchor of(Collection<Term> terms) {
    return new Anchor(Set.copyOf(terms), Set.of());
  }

  /// The anchor of a query; empty if it has none.
  static Optional<Anchor> of(Query query) {
    return switch (query) {
      case TermQuery term -> Optional.of(of(List.of(term.getTerm())));
      case SynonymQuery words -> Optional.of(of(words.getTerms()));
      case PhraseQuery row -> rarest(words(row));
      case WildcardQuery pattern -> Optional.of(new Anchor(Set.of(), Set.of(prefix(pattern))));
      case BoostQuery boosted -> of(boosted.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case DisjunctionMaxQuery any -> ofAny(any.getDisjuncts());
      case BooleanQuery several -> of(several);
      case MatchNoDocsQuery _ -> Optional.of(of(List.of()));
      default -> Optional.empty();
    };
  }

  /// The prefix of a pattern's terms: the parser lets none begin with a wildcard.
  static Term prefix(WildcardQuery pattern) {
    var text = pattern.getTerm().text().split("[*?]", 2)[0];
    return new Term(pattern.getTerm().field(), text);
  }

  private static Optional<Anchor> of(BooleanQuery several) {
    var required = new ArrayList<Anchor>();
    var choices = new ArrayList<Query>();
    for (var clause : several.clauses()) {
      if (clause.isRequired()) of(clause.query()).ifPresent(required::add);
      else if (!clause.isProhibited()) choices.add(clause.query());
    }
    return required.isEmpty() ? ofAny(choices) : rarest(required);
  }

  private static Optional<Anchor> ofAny(Collection<Query> alternatives) {
    var terms = new HashSet<Term>();
    var prefixes = new HashSet<Term>();
    for (var one : alternatives) {
      var anchor = of(one);
      if (anchor.isEmpty()) return Optional.empty();
      terms.addAll(anchor.get().terms());
      prefixes.addAll(anchor.get().prefixes());
    }
    return Optional.of(new Anchor(terms, prefixes));
  }

  private static List<Anchor> words(PhraseQuery row) {
    return List.of(row.getTerms()).stream().map(word -> of(List.of(word))).toList();
  }

  private static Optional<Anchor> rarest(List<Anchor> anchors) {
    return anchors.stream().max(Comparator.comparingInt(Anchor::worth));
  }

  private int worth() {
    var ofTerms = terms.stream().mapToInt(Anchor::worth).min().orElse(Integer.MAX_VALUE);
    var ofPrefixes =
        prefixes.stream().mapToInt(Anchor::worth).min().orElse(Integer.MAX_VALUE) - LOSS_OF_PREFIX;
    return Math.min(ofTerms, ofPrefixes);
  }

  /// Long words are rare.
  private static int worth(Term term) {
    return switch (term.field()) {
      case Fields.LANGUAGE -> WORTH_OF_LANGUAGE;
      case Fields.TAG, Fields.SOURCE -> WORTH_OF_TAG;
      default -> term.text().length();
    };
  }
}
