/// The article of a web page (readability): its text, title, date, authors and picture.
///
/// Start at [ArticleReader].
@NullMarked
package dev.seguia.scrape.article;

import org.jspecify.annotations.NullMarked;
