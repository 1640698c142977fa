/// Parses sitemaps: the pages of a site, or further sitemaps, and selects the relevant ones.
///
/// Start at [SitemapReader], and at [SitemapWindow] for what to do with a large one. Nothing here
/// reaches the network.
@NullMarked
package dev.seguia.sitemap;

import org.jspecify.annotations.NullMarked;
