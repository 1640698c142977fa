/// What all readers of XML share: parsers that are safe against hostile documents, and their errors
/// in plain words.
///
/// Start at [XmlParsers].
@NullMarked
package dev.seguia.xml;

import org.jspecify.annotations.NullMarked;
