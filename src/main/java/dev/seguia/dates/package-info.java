/// Points in time as programs and people write them, in any language.
///
/// Start at [DateParser].
@NullMarked
package dev.seguia.dates;

import org.jspecify.annotations.NullMarked;
