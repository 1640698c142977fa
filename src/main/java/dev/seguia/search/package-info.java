/// Full-text search: finds entries by a query, and the stored queries that match an entry.
///
/// Start at [SearchIndex]. The index is derived from the store and can be rebuilt at any time: what
/// is damaged is thrown away. [Related] finds what belongs to an entry, [StoredQueries] the rules
/// that an arriving one fits. There are no threads of our own in here.
@NullMarked
package dev.seguia.search;

import org.jspecify.annotations.NullMarked;
