package dev.seguia.dedup;

import java.time.Instant;

/// One source's copy of an article.
///
/// @param source names the source; empty where it is not known, which is another one then
/// @param date when the article was published, by the source's word
public record Copy(String source, Instant date, CopySketch traits) {
  boolean isOfSourceOf(Copy other) {
    return !source.isEmpty() && source.equals(other.source);
  }
}
