/// The full-text index of all entries: searches, and related entries.
///
/// Start at [SearchIndex]. The index is derived from the store and can be rebuilt at any time; a
/// damaged one is deleted. [Related] finds the entries related to one. There are no threads of our
/// own in here.
@NullMarked
package dev.seguia.search.index;

import org.jspecify.annotations.NullMarked;
