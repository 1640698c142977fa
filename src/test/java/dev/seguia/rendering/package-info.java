/// Shows what is published in a real browser, as a feed reader would.
@NullMarked
package dev.seguia.rendering;

import org.jspecify.annotations.NullMarked;
