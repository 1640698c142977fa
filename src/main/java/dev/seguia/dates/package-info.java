/// Parses dates as programs and people write them, in any language.
///
/// Start at [DateParser] for feeds, and at [PageDates] for what pages write for people.
@NullMarked
package dev.seguia.dates;

import org.jspecify.annotations.NullMarked;
