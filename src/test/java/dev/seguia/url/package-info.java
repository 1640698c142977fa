@NullMarked
package dev.seguia.url;

import org.jspecify.annotations.NullMarked;
