/// Tests of the published feeds.
@NullMarked
package dev.seguia.publish;

import org.jspecify.annotations.NullMarked;
