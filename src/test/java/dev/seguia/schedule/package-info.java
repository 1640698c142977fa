/// Tests of what decides when each source is polled.
@NullMarked
package dev.seguia.schedule;

import org.jspecify.annotations.NullMarked;
