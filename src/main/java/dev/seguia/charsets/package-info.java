/// Tells how the bytes of a document spell its characters, and what the labels of charsets mean.
///
/// [CharsetDetector] judges feeds and web pages by their bytes and by what is said of them;
/// [CharsetLabels] knows the labels.
@NullMarked
package dev.seguia.charsets;

import org.jspecify.annotations.NullMarked;
