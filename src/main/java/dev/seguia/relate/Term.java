package dev.seguia.relate;

import java.util.ArrayList;
import java.util.List;

/// A word that headlines have in common, and the open stories that hold it.
final class Term {
  /// A word of more stories tells none of them.
  private static final int MOST_STORIES = 5_000;

  private final List<Story> stories = new ArrayList<>();

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

  void add(Story story) {
    stories.add(story);
  }

  /// Lets go of stories that are closed or have dropped the word.
  void release(long openSince) {
    stories.removeIf(story -> story.last() < openSince || !story.holds(this));
  }

  /// The stories that hold it; none if these are too many.
  List<Story> stories() {
    return stories.size() > MOST_STORIES ? List.of() : stories;
  }

  /// Of stories, for those who count what is held.
  int size() {
    return stories.size();
  }
}
