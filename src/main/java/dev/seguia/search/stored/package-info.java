/// Stored queries (percolator): finds those that match an arriving entry, for the user's rules.
///
/// Start at [StoredQueries].
@NullMarked
package dev.seguia.search.stored;

import org.jspecify.annotations.NullMarked;
