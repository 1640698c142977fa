package dev.seguia.relate;

import dev.seguia.feed.Tag;

/// A tag that goes along with another one.
///
/// @param score above 0; the higher, the closer
public record RelatedTag(Tag tag, double score) {}
