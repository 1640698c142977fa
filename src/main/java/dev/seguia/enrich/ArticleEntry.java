package dev.seguia.enrich;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import dev.seguia.scrape.Article;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The article of a page as if it were the only entry of a feed: so it is cleaned as all others
/// are.
record ArticleEntry(RawFeed feed, RawEntry entry) {
  static ArticleEntry of(Article article, URI location) {
    var entry =
        RawEntry.builder()
            .link(Optional.of(location.toString()))
            .base(Optional.of(location))
            .title(article.title().map(Text::plain).orElse(Text.none()))
            .content(article.html().map(Text::html).orElse(Text.none()))
            .published(article.published())
            .updated(article.modified())
            .authors(article.authors())
            .categories(article.categories())
            .image(article.image().map(URI::toString))
            .language(article.language())
            .build();
    return new ArticleEntry(
        new RawFeed(location, header(article), List.of(entry), Rhythm.none(), true), entry);
  }

  private static RawFeed.Header header(Article article) {
    return RawFeed.Header.of(
        "page", article.site().map(Text::plain).orElse(Text.none()), article.language());
  }
}
