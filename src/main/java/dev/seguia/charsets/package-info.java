/// Detects charsets, and resolves charset labels.
///
/// [CharsetDetector] judges feeds and web pages by their bytes and by what is said of them;
/// [CharsetLabels] knows the labels.
@NullMarked
package dev.seguia.charsets;

import org.jspecify.annotations.NullMarked;
