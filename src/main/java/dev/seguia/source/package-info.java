/// The sources we poll, as the OPML outlines name them.
///
/// Start at [Opml], which reads a list of sources and writes one.
@NullMarked
package dev.seguia.source;

import org.jspecify.annotations.NullMarked;
