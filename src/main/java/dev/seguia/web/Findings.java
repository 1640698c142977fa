package dev.seguia.web;

import dev.seguia.relate.RelatedTags;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.SearchException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What pages and feeds can show besides the entries of tags: search and related tags.
///
/// @param search empty where entries cannot be searched, by the settings or because the index
///   cannot be opened
/// @param relatedTags empty where none are counted
/// @param clock what counts as recent is measured by it
public record Findings(
    Optional<EntrySearch> search, Optional<RelatedTags> relatedTags, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

  /// No search, no related tags.
  public static Findings none() {
    return new Findings(Optional.empty(), Optional.empty(), InstantSource.system());
  }

  /// The response of a search, or 503 if search is unavailable.
  public Response searching(Function<EntrySearch, Response> response) {
    if (search.isEmpty())
      return Response.words(
          503, "Search is unavailable: it is switched off, or its index cannot be opened.");
    try {
      return response.apply(search.get());
    } catch (SearchException e) {
      LOG.warn("search failed: {}", e.getMessage());
      return Response.words(503, "The search index is not responding. Try again in a minute.")
          .with("Retry-After", "60");
    }
  }
}
