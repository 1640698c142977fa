@NullMarked
package dev.seguia.relate;

import org.jspecify.annotations.NullMarked;
