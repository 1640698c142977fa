/// Fetches all documents of a source and reads them as one feed.
///
/// Start at [Documents]; what comes of it is a [GatherResult].
@NullMarked
package dev.seguia.gather;

import org.jspecify.annotations.NullMarked;
