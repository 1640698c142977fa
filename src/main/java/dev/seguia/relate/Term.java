package dev.seguia.relate;

import java.util.ArrayList;
import java.util.List;

/// A word that headlines have in common, and the open stories that hold it.
final class Term {
  /// A word of more stories leads to none of them.
  private static final int MOST_STORIES = 5_000;

  private final List<Posting> postings = new ArrayList<>();

  /// In how many headlines it stood, fading with time.
  private double headlines;

  /// Its weight in the headline that is being placed; 0 in between.
  private double weight;

  double headlines() {
    return headlines;
  }

  void count() {
    headlines++;
  }

  void fade(double factor) {
    headlines *= factor;
  }

  double weight() {
    return weight;
  }

  void weigh(double now) {
    weight = now;
  }

  void add(Posting posting) {
    postings.add(posting);
  }

  /// Lets go of stories that are closed or have dropped the word.
  void release(long openSince) {
    postings.removeIf(
        posting -> posting.story().last() < openSince || posting.story().hasDropped(this));
  }

  boolean isTooCommon() {
    return postings.size() > MOST_STORIES;
  }

  List<Posting> postings() {
    return postings;
  }
}
