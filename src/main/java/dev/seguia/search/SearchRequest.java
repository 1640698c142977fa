package dev.seguia.search;

import java.time.Instant;
import java.util.Optional;

/// Which of the entries that a query finds are wanted, and in which order.
///
/// @param limit how many, from 1 to 1,000
/// @param now what counts as recent is measured from here
/// @param after where the page before ended
public record SearchRequest(Order order, int limit, Instant now, Optional<SearchPlace> after) {
  /// The most that one page may hold.
  public static final int LONGEST_PAGE = 1000;

  public SearchRequest {
    if (limit < 1 || limit > LONGEST_PAGE)
      throw new IllegalArgumentException("a page holds 1 to 1000 entries, not " + limit);
  }

  /// The order of a result.
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

  /// The page that goes on at a place.
  public SearchRequest after(SearchPlace place) {
    return new SearchRequest(order, limit, now, Optional.of(place));
  }
}
