package dev.seguia.relate;

/// A headline as a vector of length 1 over terms.
record HeadlineVector(Term[] terms, double[] weights) {
  static final HeadlineVector EMPTY = new HeadlineVector(new Term[0], new double[0]);

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
