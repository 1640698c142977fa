/// The vocabulary: a feed and its entries as immutable values.
///
/// A source's document is read into a [RawFeed], as its author wrote it and not to be trusted, and
/// is made into a clean [Feed] once. Everything behind that point sees clean values only.
@NullMarked
package dev.seguia.feed;

import org.jspecify.annotations.NullMarked;
