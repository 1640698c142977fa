/// Tests of the fetch: against real servers, good and bad.
@NullMarked
package dev.seguia.fetch;

import org.jspecify.annotations.NullMarked;
