package dev.seguia.search.index;

import java.time.Instant;
import java.util.Optional;

/// A search: the query, the page of results, and their order.
///
/// @param limit how many, from 1 to 1,000
/// @param now what counts as recent is measured from here
/// @param after where the page before ended
public record SearchRequest(Order order, int limit, Instant now, Optional<SearchPlace> after) {
  /// The maximum size of a page.
  public static final int LONGEST_PAGE = 1000;

  public SearchRequest {
    if (limit < 1 || limit > LONGEST_PAGE)
      throw new IllegalArgumentException("a page holds 1 to 1000 entries, not " + limit);
  }

  /// The sort order of results.
  public enum Order {
    /// What fits best, and rather what is recent: for people.
    BEST_FIRST,
    /// By arrival: for feeds, which must overlook nothing.
    NEWEST_FIRST
  }

  /// The first page.
  public static SearchRequest first(Order order, int limit, Instant now) {
    return new SearchRequest(order, limit, now, Optional.empty());
  }

  /// The page that starts at a position.
  public SearchRequest after(SearchPlace place) {
    return new SearchRequest(order, limit, now, Optional.of(place));
  }
}
