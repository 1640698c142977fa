/// Reads web pages: the articles that a section lists, and the article that a page is.
///
/// Start at [WebPage]; [ListReader] reads the articles that a page lists.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
