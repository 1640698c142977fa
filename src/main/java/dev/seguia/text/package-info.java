/// Texts: their words as comparisons need them (folded, stemmed, without stop words), the
/// characters that may be published, and cutting at a length.
///
/// Start at [TextWords], [XmlCharacters] or [Truncation].
@NullMarked
package dev.seguia.text;

import org.jspecify.annotations.NullMarked;
