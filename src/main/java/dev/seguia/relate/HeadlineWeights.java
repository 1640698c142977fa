package dev.seguia.relate;

import java.util.Arrays;

/// The term weights of the current headline, for look-up by term. One object is reused for all
/// headlines.
final class HeadlineWeights {
  private float[] byTerm = new float[0];

  /// Which terms it has, a bit each: few enough that they stay in the caches of the processor.
  private long[] bits = new long[0];

  private int[] terms = new int[64];
  private int count;
  private int ofTitle;

  /// Begins with another headline.
  ///
  /// @param most above the number of every term that may come
  void begin(int most) {
    for (var at = 0; at < count; at++) clear(terms[at]);
    count = 0;
    ofTitle = 0;
    if (most <= byTerm.length) return;
    byTerm = new float[most + most / 4];
    bits = new long[byTerm.length / Long.SIZE + 1];
  }

  private void clear(int term) {
    byTerm[term] = 0;
    bits[term / Long.SIZE] = 0;
  }

  /// Adds a term, or raises its weight.
  ///
  /// @return whether it is new
  boolean put(int term, float weight) {
    var isNew = byTerm[term] == 0;
    if (isNew) append(term);
    byTerm[term] = Math.max(byTerm[term], weight);
    return isNew;
  }

  private void append(int term) {
    if (count == terms.length) terms = Arrays.copyOf(terms, 2 * count);
    terms[count++] = term;
    bits[term / Long.SIZE] |= 1L << term;
  }

  /// Says that the terms so far were those of the title.
  void endTitle() {
    ofTitle = count;
  }

  void multiply(int at, float factor) {
    byTerm[terms[at]] *= factor;
  }

  /// Makes it a vector of length 1.
  void normalise() {
    var square = 0.0;
    for (var at = 0; at < count; at++) square += (double) weight(at) * weight(at);
    var factor = (float) (1 / Math.sqrt(square));
    for (var at = 0; at < count; at++) multiply(at, factor);
  }

  int count() {
    return count;
  }

  int ofTitle() {
    return ofTitle;
  }

  int term(int at) {
    return terms[at];
  }

  float weight(int at) {
    return byTerm[terms[at]];
  }

  /// Removes the weight of a term, so that it is 0 from now on.
  float take(int term) {
    var weight = byTerm[term];
    byTerm[term] = 0;
    return weight;
  }

  boolean has(int term) {
    return (bits[term / Long.SIZE] & 1L << term) != 0;
  }

  /// The weight of a term, 0 if it has none.
  float of(int term) {
    return byTerm[term];
  }

  HeadlineVector vector() {
    return new HeadlineVector(Arrays.copyOf(terms, count), this);
  }

  void release() {
    count = 0;
    byTerm = new float[0];
    bits = new long[0];
  }

  long bytes() {
    return Bytes.array(byTerm.length, Float.BYTES)
        + Bytes.array(bits.length, Long.BYTES)
        + Bytes.array(terms.length, Integer.BYTES);
  }
}
