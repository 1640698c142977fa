package dev.seguia.fetch;

/// What one request came to.
sealed interface Answer {
  /// The end of the way.
  ///
  /// @param isAbsent the server says that there is no such document, for now or for good
  record Final(FetchResult result, boolean isAbsent) implements Answer {
    Final(FetchResult result) {
      this(result, false);
    }
  }

  /// Ask there instead.
  record Redirect(Hop next) implements Answer {}
}
