/// Tests of how web pages are read.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
