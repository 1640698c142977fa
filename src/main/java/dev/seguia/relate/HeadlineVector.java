package dev.seguia.relate;

import java.util.Arrays;

/// A headline as a vector of length 1 over terms, in a compact form.
final class HeadlineVector implements StoryTerms {
  /// A weight is kept in 16 bits, as so many parts of one.
  private static final float ONE = Character.MAX_VALUE;

  private int[] terms;
  private char[] weights;

  /// @param terms each once
  HeadlineVector(int[] terms, HeadlineWeights of) {
    this.terms = terms;
    weights = new char[terms.length];
    for (var at = 0; at < terms.length; at++)
      weights[at] = (char) Math.max(1, Math.round(of.of(terms[at]) * ONE));
  }

  @Override
  public int size() {
    return terms.length;
  }

  @Override
  public int term(int at) {
    return terms[at];
  }

  @Override
  public float heaviest() {
    var heaviest = 0;
    for (var weight : weights) heaviest = Math.max(heaviest, weight);
    return heaviest / ONE;
  }

  float weight(int at) {
    return weights[at] / ONE;
  }

  @Override
  public double similarity(HeadlineWeights headline, double most, double least) {
    return cosine(headline);
  }

  /// Its cosine with another headline.
  double cosine(HeadlineWeights other) {
    var sum = 0.0f;
    for (var at = 0; at < terms.length; at++)
      if (other.has(terms[at])) sum += weights[at] * other.of(terms[at]);
    return sum / ONE;
  }

  @Override
  public void renumber(int[] numbers) {
    var kept = 0;
    for (var at = 0; at < terms.length; at++) {
      if (numbers[terms[at]] < 0) continue;
      weights[kept] = weights[at];
      terms[kept++] = numbers[terms[at]];
    }
    if (kept == terms.length) return;
    terms = Arrays.copyOf(terms, kept);
    weights = Arrays.copyOf(weights, kept);
  }

  @Override
  public long bytes() {
    return Bytes.object(2 * Bytes.REFERENCE)
        + Bytes.array(terms.length, Integer.BYTES)
        + Bytes.array(weights.length, Character.BYTES);
  }
}
