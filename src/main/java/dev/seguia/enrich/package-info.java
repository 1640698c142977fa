/// Reads the pages of articles, after the polls and beside them, where their sources give a summary
/// only.
///
/// Start at [PageReading].
@NullMarked
package dev.seguia.enrich;

import org.jspecify.annotations.NullMarked;
