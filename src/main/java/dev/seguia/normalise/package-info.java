/// Makes every entry clean, absolute and safe to publish.
///
/// Start at [Normaliser].
@NullMarked
package dev.seguia.normalise;

import org.jspecify.annotations.NullMarked;
