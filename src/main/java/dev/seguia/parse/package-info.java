/// Parses fetched bytes into a feed.
///
/// Start at [FeedParser]. All formats come out as one [dev.seguia.feed.RawFeed]; nothing in it is
/// cleaned.
@NullMarked
package dev.seguia.parse;

import org.jspecify.annotations.NullMarked;
