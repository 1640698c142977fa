/// Decides whether an entry is new, updated or known.
///
/// Start at [Deduplicator]. Nothing here does input or output.
@NullMarked
package dev.seguia.dedup;

import org.jspecify.annotations.NullMarked;
