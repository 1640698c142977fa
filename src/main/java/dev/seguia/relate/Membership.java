package dev.seguia.relate;

/// The assignment of an entry to a story.
///
/// @param story the number of the story's first entry
/// @param score how well it fits, 0 to 1; 1 for the first entry, which fits itself
/// @param size the number of entries in the story, this one included, counted since it is open
public record Membership(long story, double score, int size) {}
