@NullMarked
package dev.seguia.feed;

import org.jspecify.annotations.NullMarked;
