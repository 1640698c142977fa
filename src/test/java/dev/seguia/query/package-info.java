@NullMarked
package dev.seguia.query;

import org.jspecify.annotations.NullMarked;
