/// Translates XPath expressions to CSS selectors.
///
/// Start at [XPath]. What no selector can say is refused with a reason, never said by halves.
@NullMarked
package dev.seguia.xpath;

import org.jspecify.annotations.NullMarked;
