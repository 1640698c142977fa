/// The words of a text as comparisons need them: folded, stemmed, without the empty ones.
///
/// Start at [TextWords].
@NullMarked
package dev.seguia.words;

import org.jspecify.annotations.NullMarked;
