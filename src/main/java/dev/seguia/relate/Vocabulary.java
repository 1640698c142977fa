package dev.seguia.relate;

import java.util.Arrays;

/// The terms of one language with their recent document frequencies. A term is a number from 0,
/// found by the hash of its stem in a table with open addressing.
final class Vocabulary {
  /// A milder weight than the plain logarithm: rare words alone do not make a story.
  private static final double MILD = 0.8;

  /// In headlines: a word that stood in one a few days ago, and in none since, is forgotten.
  static final double LEAST = 0.8;

  private static final int SMALLEST = 8;

  private long[] hashes = new long[SMALLEST];

  /// In how many headlines each term stood, fading with time.
  private float[] counts = new float[SMALLEST];

  private int size;

  /// Terms plus one, at the place of their hashes; 0 where there is none. A power of two in length,
  /// at most three quarters full.
  private int[] table = new int[2 * SMALLEST];

  private double headlines;

  /// Counts a headline, and gives its weights.
  void weigh(HeadlineFeatures features, HeadlineWeights weights) {
    headlines++;
    weights.begin(size + features.count());
    for (var at = 0; at < features.count(); at++) {
      if (at == features.ofTitle()) weights.endTitle();
      var term = term(features.hash(at));
      if (weights.put(term, features.share(at))) counts[term]++;
    }
    if (features.ofTitle() == features.count()) weights.endTitle();
    for (var at = 0; at < weights.count(); at++) weights.multiply(at, rarity(weights.term(at)));
    weights.normalise();
  }

  private float rarity(int term) {
    return (float) Math.pow(Math.log(1 + (headlines + 1) / (counts[term] + 0.5)), MILD);
  }

  private int term(long hash) {
    var place = place(hash);
    return table[place] > 0 ? table[place] - 1 : added(hash, place);
  }

  /// The slot of a hash in the table, occupied or free.
  private int place(long hash) {
    var mask = table.length - 1;
    var place = (int) hash & mask;
    while (table[place] > 0 && hashes[table[place] - 1] != hash) place = (place + 1) & mask;
    return place;
  }

  private int added(long hash, int place) {
    if (size == hashes.length) resize(size + size / 2);
    hashes[size] = hash;
    counts[size] = 0;
    table[place] = ++size;
    if (size > table.length / 4 * 3) fillTable(2 * table.length);
    return size - 1;
  }

  private void resize(int length) {
    hashes = Arrays.copyOf(hashes, length);
    counts = Arrays.copyOf(counts, length);
  }

  private void fillTable(int length) {
    table = new int[length];
    for (var term = 0; term < size; term++) table[place(hashes[term])] = term + 1;
  }

  /// Finds the rarest terms of a headline, by recent frequency.
  ///
  /// @param places gets their places in the headline, the rarest first
  /// @return how many there are
  int rarest(HeadlineWeights weights, int[] places) {
    var found = 0;
    for (var at = 0; at < weights.count(); at++) {
      var count = counts[weights.term(at)];
      var place = found;
      while (place > 0 && counts[weights.term(places[place - 1])] > count) place--;
      if (place == places.length) continue;
      if (found < places.length) found++;
      System.arraycopy(places, place, places, place + 1, found - place - 1);
      places[place] = at;
    }
    return found;
  }

  /// Lets all counts fade.
  void fade(double factor) {
    headlines *= factor;
    for (var term = 0; term < size; term++) counts[term] = (float) (counts[term] * factor);
  }

  /// Removes rare terms that no open story contains.
  ///
  /// @param least in headlines: terms of fewer are forgotten
  /// @return the new numbers of the terms, -1 for those forgotten
  int[] forget(Postings postings, double least) {
    var numbers = new int[size];
    var kept = 0;
    for (var term = 0; term < numbers.length; term++) {
      var isKept = postings.length(term) > 0 || counts[term] >= least;
      numbers[term] = isKept ? kept : -1;
      hashes[kept] = hashes[term];
      counts[kept] = counts[term];
      if (isKept) kept++;
    }
    size = kept;
    resize(Math.max(SMALLEST, size + size / 8));
    fillTable(tableLength(size));
    return numbers;
  }

  private static int tableLength(int size) {
    var length = 2 * SMALLEST;
    while (size > length / 4 * 3) length *= 2;
    return length;
  }

  int size() {
    return size;
  }

  long bytes() {
    return Bytes.array(hashes.length, Long.BYTES)
        + Bytes.array(counts.length, Float.BYTES)
        + Bytes.array(table.length, Integer.BYTES);
  }
}
