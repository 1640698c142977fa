@NullMarked
package dev.seguia.search;

import org.jspecify.annotations.NullMarked;
