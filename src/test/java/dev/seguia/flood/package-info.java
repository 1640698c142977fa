/// Floods of entries on the daemon's own parts, and what these hold in memory then: shared by a
/// test with few entries and by the benchmark of memory with many.
@NullMarked
package dev.seguia.flood;

import org.jspecify.annotations.NullMarked;
