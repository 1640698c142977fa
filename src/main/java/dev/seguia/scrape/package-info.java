/// Reads web pages: the articles that a section lists, the article that a page is, and the feeds
/// that it leads to.
///
/// Start at [WebPage]; [ListReader] reads the articles that a page lists, [ArticleReader] the
/// article that it is, [StructuredData] what it says for machines, [FeedLinks] where its feeds are.
/// All of it is raw: the normaliser cleans it.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
