@NullMarked
package dev.seguia.tag;

import org.jspecify.annotations.NullMarked;
