package dev.seguia.store.state;

/// The pages of a source's articles that were had, but are not taken for those of the articles.
///
/// @param count of them
/// @param reason of the newest, in plain words
public record RefusedPages(long count, String reason) {
  public RefusedPages and(RefusedPages newer) {
    return new RefusedPages(count + newer.count, newer.reason);
  }
}
