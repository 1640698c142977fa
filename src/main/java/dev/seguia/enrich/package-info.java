/// Reads article pages in the background, for sources whose feeds have only summaries.
///
/// Start at [PageReading].
@NullMarked
package dev.seguia.enrich;

import org.jspecify.annotations.NullMarked;
