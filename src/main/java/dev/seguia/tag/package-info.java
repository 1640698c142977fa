/// Assigns tags to entries.
///
/// Start at [Tagger]. Nothing here does input or output.
@NullMarked
package dev.seguia.tag;

import org.jspecify.annotations.NullMarked;
