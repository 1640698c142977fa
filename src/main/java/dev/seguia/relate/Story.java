package dev.seguia.relate;

/// An open story, which may get further entries.
final class Story {
  /// In seconds: with this distance in time a similarity counts a third.
  private static final double DECAY = 3 * 86_400;

  private final long first;
  private long last;
  private int size = 1;
  private StoryTerms terms;

  /// @param first the number of its first entry
  Story(long first, HeadlineVector headline, long date) {
    this.first = first;
    terms = headline;
    last = date;
  }

  /// The number of its first entry.
  long first() {
    return first;
  }

  /// The date of its newest entry, in epoch seconds.
  long last() {
    return last;
  }

  /// How many entries were added since it is open.
  int size() {
    return size;
  }

  StoryTerms terms() {
    return terms;
  }

  /// How well a headline fits.
  ///
  /// @param most a bound of its similarity to any headline, by the words that it shares
  /// @param least what counts; less may be told as 0
  double score(HeadlineWeights headline, long date, double most, double least) {
    var nearness = Math.exp(-Math.abs((double) date - last) / DECAY);
    if (most * nearness < least) return 0;
    return terms.similarity(headline, most, least / nearness) * nearness;
  }

  /// Adds an entry.
  ///
  /// @param weights of its headline; used up
  void add(HeadlineWeights weights, long date, Postings postings, int slot) {
    sum().add(weights, postings, slot);
    last = Math.max(last, date);
    size++;
  }

  private HeadlineSum sum() {
    var sum =
        switch (terms) {
          case HeadlineVector only -> new HeadlineSum(only);
          case HeadlineSum several -> several;
        };
    terms = sum;
    return sum;
  }

  /// Drops the words that weigh least, if there are too many.
  void tidy(Postings postings, int slot) {
    if (terms instanceof HeadlineSum sum) sum.tidy(postings, slot);
  }

  boolean isPruned() {
    return terms instanceof HeadlineSum sum && sum.isPruned();
  }

  long bytes() {
    return Bytes.object(2 * Long.BYTES + Integer.BYTES + Bytes.REFERENCE) + terms.bytes();
  }
}
