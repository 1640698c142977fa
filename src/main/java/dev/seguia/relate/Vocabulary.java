package dev.seguia.relate;

import java.util.Arrays;
import java.util.HashMap;
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
  HeadlineVector add(HeadlineFeatures features) {
    headlines++;
    var found =
        features.weights().keySet().stream()
            .map(name -> terms.computeIfAbsent(name, none -> new Term()))
            .toArray(Term[]::new);
    for (var term : found) term.count();
    var given = features.weights().values().iterator();
    var weights = new double[found.length];
    for (var at = 0; at < found.length; at++) weights[at] = given.next() * rarity(found[at]);
    return new HeadlineVector(found, ofLengthOne(weights), features.ofTitle());
  }

  private static double[] ofLengthOne(double[] weights) {
    var length = Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
    return Arrays.stream(weights).map(weight -> weight / length).toArray();
  }

  private double rarity(Term term) {
    return Math.pow(Math.log(1 + (headlines + 1) / (term.headlines() + 0.5)), MILD);
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
