/// The query language: parsing and error messages.
///
/// Start at [QueryParser]; what it reads is a [Query]. Nothing here knows an index.
@NullMarked
package dev.seguia.query;

import org.jspecify.annotations.NullMarked;
