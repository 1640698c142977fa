@NullMarked
package dev.seguia.normalise;

import org.jspecify.annotations.NullMarked;
