/// Text processing: words for comparison (folded, stemmed, without stop words), publishable
/// characters, and truncation.
///
/// Start at [TextWords], [XmlCharacters] or [Truncation].
@NullMarked
package dev.seguia.text;

import org.jspecify.annotations.NullMarked;
