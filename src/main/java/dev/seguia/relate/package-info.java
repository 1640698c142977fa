/// Finds what belongs together: entries of one story, tags that go along.
///
/// Start at [Stories] and at [RelatedTags].
@NullMarked
package dev.seguia.relate;

import org.jspecify.annotations.NullMarked;
