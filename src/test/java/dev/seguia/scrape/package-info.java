@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
