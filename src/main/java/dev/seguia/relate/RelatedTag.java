package dev.seguia.relate;

import dev.seguia.feed.Tag;

/// A tag that is related to another one.
///
/// @param label the spelling to show
/// @param score above 0; the higher, the closer
public record RelatedTag(Tag tag, String label, double score) {
  /// The same tag, found twice.
  RelatedTag plus(RelatedTag other) {
    return new RelatedTag(tag, label, score + other.score);
  }
}
