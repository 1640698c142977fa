/// The sources to poll, read from OPML outlines.
///
/// Start at [Opml], which reads a list of sources and writes one.
@NullMarked
package dev.seguia.source;

import org.jspecify.annotations.NullMarked;
