package dev.seguia.relate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A headline as a vector of length 1 over terms.
///
/// @param terms those of the title first
/// @param ofTitle how many stand in the title
record HeadlineVector(Term[] terms, double[] weights, int ofTitle) {
  /// Those of the terms that are rarest of late which stand in the title. What two summaries have
  /// in common may be how their source introduces all its entries: they find no story by
  /// themselves.
  List<Term> rarest(int most) {
    return IntStream.range(0, terms.length)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> terms[at].headlines()))
        .limit(most)
        .filter(at -> at < ofTitle)
        .map(at -> terms[at])
        .toList();
  }

  /// Its cosine with the headline that is being placed, whose weights stand at the terms.
  double cosine() {
    var sum = 0.0;
    for (var at = 0; at < terms.length; at++) sum += weights[at] * terms[at].weight();
    return sum;
  }

  /// Writes the weights to the terms, so that others can be compared with it.
  void place() {
    for (var at = 0; at < terms.length; at++) terms[at].weigh(weights[at]);
  }

  void lift() {
    for (var term : terms) term.weigh(0);
  }
}
