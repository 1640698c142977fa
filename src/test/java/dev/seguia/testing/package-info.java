/// What the tests of several packages share: a server, a clock, the corpus.
@NullMarked
package dev.seguia.testing;

import org.jspecify.annotations.NullMarked;
