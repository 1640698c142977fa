package dev.seguia.dedup;

import java.util.Locale;

/// The rules (heuristics) by which two copies are considered one article.
public enum Rule {
  /// Equal titles.
  TITLE("equal titles"),

  /// One title is the head or the tail of the other.
  PART("one title is the head or the tail of the other"),

  /// The titles are nearly equal: one only adds words to the other, or small words differ.
  WORDS("nearly equal titles, in which one only adds words or small words differ"),

  /// The same summary under related titles.
  SUMMARY("the same summary under related titles"),

  /// The same full text.
  TEXT("the same full text"),

  /// One source brings the same title and summary again.
  REPEAT("one source brings the same title and summary again");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /// The lower-case name.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The rule in words, for people.
  public String sentence() {
    return sentence;
  }
}
