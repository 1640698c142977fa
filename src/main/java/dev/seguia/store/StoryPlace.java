package dev.seguia.store;

/// That an entry tells of an event which other entries may tell of, too.
///
/// @param story the place in the order of arrival of the first entry that told of it
/// @param score how well the entry goes with those before it, 0 to 1; 0 for the first one
public record StoryPlace(long story, double score) {}
