package dev.seguia.relate;

/// That a story holds a term, and with what weight over all its headlines.
final class Posting {
  private final Story story;
  private double sum;

  Posting(Story story) {
    this.story = story;
  }

  Story story() {
    return story;
  }

  double sum() {
    return sum;
  }

  void add(double weight) {
    sum += weight;
  }
}
