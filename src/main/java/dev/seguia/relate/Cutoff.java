package dev.seguia.relate;

/// The newest closed story, in the order of last entries.
///
/// @param last the date of its newest entry, in epoch seconds
/// @param first the number of its first entry, which decides between equal dates
record Cutoff(long last, long first) {
  /// Closes the stories whose last entry is older.
  static Cutoff before(long openSince) {
    return new Cutoff(openSince - 1, Long.MAX_VALUE);
  }

  static Cutoff at(Story story) {
    return new Cutoff(story.last(), story.first());
  }

  boolean closes(Story story) {
    return story.last() < last || (story.last() == last && story.first() <= first);
  }
}
