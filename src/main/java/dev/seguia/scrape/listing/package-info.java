/// The articles that a web page lists, read as a feed.
///
/// Start at [ListReader].
@NullMarked
package dev.seguia.scrape.listing;

import org.jspecify.annotations.NullMarked;
