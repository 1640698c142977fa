package dev.seguia.relate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The terms of one language, with how common they are of late.
final class Vocabulary {
  /// A milder weight than the plain logarithm: rare words alone do not make a story.
  private static final double MILD = 0.8;

  /// In headlines: a word that stood in one a few days ago, and in none since, is forgotten.
  private static final double LEAST = 0.8;

  private final Map<String, Term> terms = new HashMap<>();
  private double headlines;

  /// Counts a headline, and gives its vector.
  HeadlineVector add(Map<String, Double> features) {
    headlines++;
    var terms = new Term[features.size()];
    var weights = new double[features.size()];
    var at = 0;
    for (var feature : features.entrySet()) {
      terms[at] = this.terms.computeIfAbsent(feature.getKey(), name -> new Term());
      terms[at].count();
      weights[at] = feature.getValue() * rarity(terms[at]);
      at++;
    }
    var length = Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
    for (at = 0; at < weights.length; at++) weights[at] /= length;
    return new HeadlineVector(terms, weights);
  }

  private double rarity(Term term) {
    return Math.pow(Math.log(1 + (headlines + 1) / (term.headlines() + 0.5)), MILD);
  }

  /// The terms of a headline that are rarest of late.
  static List<Term> rarest(HeadlineVector headline, int most) {
    return Arrays.stream(headline.terms())
        .sorted(Comparator.comparingDouble(Term::headlines))
        .limit(most)
        .toList();
  }

  /// Lets all counts fade, and forgets words that are no more in use.
  ///
  /// @param openSince in epoch seconds; stories whose last entry is older are closed
  void fade(double factor, long openSince) {
    headlines *= factor;
    for (var term : terms.values()) {
      term.fade(factor);
      term.release(openSince);
    }
    terms.values().removeIf(term -> term.postings().isEmpty() && term.headlines() < LEAST);
  }

  int size() {
    return terms.size();
  }

  /// Of all terms together, in stories.
  long postings() {
    return terms.values().stream().mapToLong(term -> term.postings().size()).sum();
  }
}
