package dev.seguia.fetch;

/// What one request came to.
sealed interface HttpResponse {
  /// The end of the way.
  record Final(FetchResult result) implements HttpResponse {}

  /// Ask there instead.
  record Redirect(Hop next) implements HttpResponse {}

  /// There was no memory for the body while the request was under way: ask once more when there is.
  record NoRoom() implements HttpResponse {}
}
