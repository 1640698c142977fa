@NullMarked
package dev.seguia.words;

import org.jspecify.annotations.NullMarked;
