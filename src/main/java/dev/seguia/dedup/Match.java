package dev.seguia.dedup;

/// The reason why two copies are considered one article, with a score.
///
/// @param score how much of what the rule compares is equal, above 0 and up to 1
public record Match(Rule rule, double score) {
  public Match {
    if (!(score > 0 && score <= 1))
      throw new IllegalArgumentException("a match scores above 0 and up to 1, not " + score);
  }
}
