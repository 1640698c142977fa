package dev.seguia.search.index;

/// A highlighted part of a text.
///
/// @param start of its first character
/// @param end behind its last one
public record Mark(int start, int end) {
  public Mark {
    if (start < 0 || end <= start) throw new IllegalArgumentException("an empty part of a text");
  }
}
