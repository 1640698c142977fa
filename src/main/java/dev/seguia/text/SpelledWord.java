package dev.seguia.text;

/// A word of a text.
///
/// @param folded as words are compared
/// @param capital whether it was written with a capital first letter, as names are
public record SpelledWord(String folded, boolean capital) {}
