/// Holds the parser against the expectations of other programs' test suites.
@NullMarked
package dev.seguia.conformance;

import org.jspecify.annotations.NullMarked;
