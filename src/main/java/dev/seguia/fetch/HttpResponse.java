package dev.seguia.fetch;

/// The outcome of one HTTP request.
sealed interface HttpResponse {
  /// The final result: no further request is needed.
  record Final(FetchResult result) implements HttpResponse {}

  /// A redirect to the next hop.
  record Redirect(Hop next) implements HttpResponse {}

  /// There was no memory for the body during the request: retry when there is.
  record NoRoom() implements HttpResponse {}
}
