/// Finds related things: entries of one story, related tags.
///
/// Start at [Stories] and at [RelatedTags].
@NullMarked
package dev.seguia.relate;

import org.jspecify.annotations.NullMarked;
