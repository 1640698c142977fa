/// Tests of how sitemaps are read.
@NullMarked
package dev.seguia.sitemap;

import org.jspecify.annotations.NullMarked;
