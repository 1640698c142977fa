/// The language in which people ask for entries, read and explained.
///
/// Start at [QueryParser]; what it reads is a [Query]. Nothing here knows an index.
@NullMarked
package dev.seguia.query;

import org.jspecify.annotations.NullMarked;
