package dev.seguia.scrape.article;

import dev.seguia.feed.Person;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The article of a page, as far as the page describes it; not cleaned.
///
/// @param title plain text, without the name of the site
/// @param html the text, with the markup of the page
/// @param published when it was first made public
/// @param modified when it was last changed
/// @param image the URL of the picture that stands for it
/// @param link the address that the page calls its own
/// @param language as the page names it, such as `fr` or `fr-MA`
/// @param site the name of the site
/// @param categories sections, tags and keywords, in the words of the page
public record Article(
    Optional<String> title,
    Optional<String> html,
    List<Person> authors,
    Optional<Instant> published,
    Optional<Instant> modified,
    Optional<URI> image,
    Optional<URI> link,
    Optional<String> language,
    Optional<String> site,
    List<String> categories) {
  public Article {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }
}
