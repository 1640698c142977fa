package dev.seguia.relate;

/// To which story an entry belongs.
///
/// @param story the number of the story's first entry
/// @param score how well it fits, 0 to 1; 1 for the first entry, which fits itself. From [#SHOWN]
///   on readers agree
public record Membership(long story, double score) {
  /// A score from which a story may be shown as one: at the least that joins, one in five is wrong.
  public static final double SHOWN = 0.30;
}
