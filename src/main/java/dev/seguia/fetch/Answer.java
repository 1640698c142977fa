package dev.seguia.fetch;

/// What one request came to.
sealed interface Answer {
  /// The end of the way.
  record Final(FetchResult result) implements Answer {}

  /// Ask there instead.
  record Redirect(Hop next) implements Answer {}

  /// There was no memory for the body while the request was under way: ask once more when there is.
  record NoRoom() implements Answer {}
}
