/// Reads web pages: the articles that a section lists, and the article that a page is.
///
/// Start at [WebPage]; [ListReader] reads the articles that a page lists, [ArticleReader] the article
/// that it is, [StructuredData] what it says for machines. All of it is raw: the normaliser cleans it.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
