/// Reads web pages: the articles that a section lists, and the article that a page is.
///
/// Start at [WebPage]; [FeedLinks] finds the feeds that a page leads to.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
