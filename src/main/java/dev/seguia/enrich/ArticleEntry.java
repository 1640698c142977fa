package dev.seguia.enrich;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import dev.seguia.normalise.LinkKey;
import dev.seguia.scrape.article.Article;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The article of a page as a single entry of a feed, so that it is cleaned like all others.
record ArticleEntry(RawFeed feed, RawEntry entry) {
  /// @param location where the page was found, after redirects
  /// @param led the link that led there
  static ArticleEntry of(Article article, URI location, String led) {
    var entry =
        RawEntry.builder()
            .link(betterLink(article, location, led))
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

  /// Where the link only leads on to the article, as those of newsletters and counters do, the
  /// address that the page calls its own.
  private static Optional<String> betterLink(Article article, URI location, String led) {
    if (LinkKey.of(led).equals(LinkKey.of(location.toString()))) return Optional.empty();
    return article
        .link()
        .filter(own -> String.valueOf(own.getHost()).equalsIgnoreCase(location.getHost()))
        .filter(own -> own.getPath() != null && own.getPath().length() > 1)
        .filter(_ -> article.html().isPresent())
        .map(URI::toString);
  }

  private static RawFeed.Header header(Article article) {
    return RawFeed.Header.of(
        "page", article.site().map(Text::plain).orElse(Text.none()), article.language());
  }
}
