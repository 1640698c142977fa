/// Scrapes web pages: the article list of a section, the article of a page, and the feeds of a
/// site.
///
/// Start at [WebPage]; [ListReader] reads the articles that a page lists, [ArticleReader] the
/// article that it is, [StructuredData] what it says for machines, [FeedLinks] where its feeds are.
/// All of it is raw: the normaliser cleans it.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
