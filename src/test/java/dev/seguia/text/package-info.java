@NullMarked
package dev.seguia.text;

import org.jspecify.annotations.NullMarked;
