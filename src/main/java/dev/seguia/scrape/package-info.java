/// Reads web pages: the articles that a section lists, and the article that a page is.
///
/// Start at [WebPage].
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
