package dev.seguia.relate;

import java.util.Arrays;

/// The vector sum of the headlines of a story with several entries, and the last of these
/// headlines.
final class HeadlineSum implements StoryTerms {
  private static final int MEMBERS = 20;

  /// In terms; a story that goes on for weeks keeps the weightiest half of its words.
  private static final int MOST_TERMS = 400;

  /// In terms; a story of so many is not let wait until it is tidied up.
  private static final int FAR_TOO_MANY_TERMS = 2_000;

  /// Of the similarity to one headline, against that to all.
  private static final double ONE = 0.5;

  /// Of the similarity to all headlines: below, the last ones are not looked at.
  private static final double LEAST = 0.11;

  private int[] terms;
  private float[] sums;
  private int size;
  private double square;
  private float heaviestSum;
  private float heaviestOfMembers;
  private boolean isPruned;
  private HeadlineVector[] members = new HeadlineVector[2];

  /// How many headlines were added; the newest is at this place of the members, less one, in turn.
  private int added;

  private long bytesOfMembers;

  /// @param first its headline so far
  HeadlineSum(HeadlineVector first) {
    size = first.size();
    terms = new int[size];
    sums = new float[size];
    for (var at = 0; at < size; at++) {
      terms[at] = first.term(at);
      sums[at] = first.weight(at);
      square += (double) sums[at] * sums[at];
      heaviestSum = Math.max(heaviestSum, sums[at]);
    }
    keep(first);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int term(int at) {
    return terms[at];
  }

  @Override
  public float heaviest() {
    return (float) Math.max(heaviestOfMembers, heaviestSum / Math.sqrt(square));
  }

  @Override
  public double similarity(HeadlineWeights headline, double most, double least) {
    var all = product(headline) / Math.sqrt(square);
    if (all <= LEAST || mixed(all, most) < least) return 0;
    return mixed(all, best(headline));
  }

  private static double mixed(double all, double one) {
    return (1 - ONE) * all + ONE * one;
  }

  private double product(HeadlineWeights headline) {
    var product = 0.0f;
    for (var at = 0; at < size; at++)
      if (headline.has(terms[at])) product += sums[at] * headline.of(terms[at]);
    return product;
  }

  private double best(HeadlineWeights headline) {
    var best = 0.0;
    for (var at = 0; at < Math.min(added, members.length); at++)
      best = Math.max(best, members[at].cosine(headline));
    return best;
  }

  /// Adds a headline.
  ///
  /// @param weights of the headline; used up
  /// @param postings get the terms that are new in the story
  void add(HeadlineWeights weights, Postings postings, int slot) {
    keep(weights.vector());
    for (var at = 0; at < size; at++) raise(at, weights.take(terms[at]));
    for (var at = 0; at < weights.count(); at++) {
      var weight = weights.take(weights.term(at));
      if (weight == 0) continue;
      append(weights.term(at), weight);
      postings.add(weights.term(at), slot);
    }
    if (size > FAR_TOO_MANY_TERMS) prune(postings, slot);
  }

  private void raise(int at, float weight) {
    square += weight * (2.0 * sums[at] + weight);
    sums[at] += weight;
    heaviestSum = Math.max(heaviestSum, sums[at]);
  }

  private void append(int term, float weight) {
    if (size == terms.length) resize(size + 8 + size / 4);
    terms[size] = term;
    sums[size] = 0;
    raise(size++, weight);
  }

  private void resize(int length) {
    terms = Arrays.copyOf(terms, length);
    sums = Arrays.copyOf(sums, length);
  }

  private void keep(HeadlineVector headline) {
    if (added == members.length && added < MEMBERS)
      members = Arrays.copyOf(members, Math.min(2 * added, MEMBERS));
    var place = added < members.length ? added : added % MEMBERS;
    if (added >= members.length) bytesOfMembers -= members[place].bytes();
    members[place] = headline;
    bytesOfMembers += headline.bytes();
    heaviestOfMembers = Math.max(heaviestOfMembers, headline.heaviest());
    added++;
  }

  /// Drops the words that weigh least, if there are too many.
  void tidy(Postings postings, int slot) {
    if (size > MOST_TERMS) prune(postings, slot);
  }

  /// Whether its headlines may have words that it has dropped.
  boolean isPruned() {
    return isPruned;
  }

  private void prune(Postings postings, int slot) {
    isPruned = true;
    var least = least();
    var equal = MOST_TERMS / 2 - heavier(least);
    var kept = 0;
    for (var at = 0; at < size; at++) {
      if (sums[at] > least || (sums[at] == least && equal-- > 0)) keep(at, kept++);
      else postings.remove(terms[at], slot);
    }
    size = kept;
    resize(kept);
    square = 0;
    for (var sum : sums) square += (double) sum * sum;
  }

  /// The minimum weight of the terms to keep.
  private float least() {
    var sorted = Arrays.copyOf(sums, size);
    Arrays.sort(sorted);
    return sorted[size - MOST_TERMS / 2];
  }

  private int heavier(float least) {
    var heavier = 0;
    for (var at = 0; at < size; at++) if (sums[at] > least) heavier++;
    return heavier;
  }

  private void keep(int at, int place) {
    terms[place] = terms[at];
    sums[place] = sums[at];
  }

  @Override
  public void renumber(int[] numbers) {
    for (var at = 0; at < size; at++) terms[at] = numbers[terms[at]];
    bytesOfMembers = 0;
    for (var at = 0; at < Math.min(added, members.length); at++) {
      members[at].renumber(numbers);
      bytesOfMembers += members[at].bytes();
    }
  }

  @Override
  public long bytes() {
    return Bytes.object(
            3 * Bytes.REFERENCE + 2 * Integer.BYTES + 2 * Long.BYTES + 2 * Float.BYTES + 1)
        + Bytes.array(terms.length, Integer.BYTES)
        + Bytes.array(sums.length, Float.BYTES)
        + Bytes.array(members.length, Bytes.REFERENCE)
        + bytesOfMembers;
  }
}
