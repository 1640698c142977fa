/// Reads web pages: the articles that a section lists, and the article that a page is.
///
/// Start at [WebPage]; [ArticleReader] reads the article, [StructuredData] what a page says for
/// machines. All of it is raw: the normaliser cleans it.
@NullMarked
package dev.seguia.scrape;

import org.jspecify.annotations.NullMarked;
