package dev.seguia.relate;

import dev.seguia.feed.Tag;

/// Two tags that stand on one entry, in the order of their names.
public record TagPair(Tag one, Tag other) {
  public TagPair {
    if (one.compareTo(other) >= 0)
      throw new IllegalArgumentException("a pair is two tags in order, not " + one + ", " + other);
  }

  /// The pair of two tags that differ.
  public static TagPair of(Tag one, Tag other) {
    return one.compareTo(other) < 0 ? new TagPair(one, other) : new TagPair(other, one);
  }
}
