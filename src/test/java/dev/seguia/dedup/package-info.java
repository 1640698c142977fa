@NullMarked
package dev.seguia.dedup;

import org.jspecify.annotations.NullMarked;
