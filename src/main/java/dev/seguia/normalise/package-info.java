/// Cleans every entry: safe HTML, plain texts, absolute URLs.
///
/// Start at [Normaliser].
@NullMarked
package dev.seguia.normalise;

import org.jspecify.annotations.NullMarked;
