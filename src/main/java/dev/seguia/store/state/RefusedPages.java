package dev.seguia.store.state;

/// The number of article pages of a source that were fetched but not accepted as those of its
/// entries.
///
/// @param count of them
/// @param reason of the newest, in plain words
public record RefusedPages(long count, String reason) {
  public RefusedPages and(RefusedPages newer) {
    return new RefusedPages(count + newer.count, newer.reason);
  }
}
