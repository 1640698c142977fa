/// Reads and writes OPML documents without loss: outlines, and everything else that is in them.
///
/// Start at [Opml].
@NullMarked
package dev.seguia.opml;

import org.jspecify.annotations.NullMarked;
