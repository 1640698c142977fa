package dev.seguia.fetch;

/// Whether a source may use all of the concurrent requests, or only the half for doubtful sources.
public enum FetchPriority {
  /// Its last request succeeded.
  PROVEN,
  /// It is new, or has been failing. Such sources together take at most half of the requests that
  /// may run at one time, so that thousands of dead ones make no sound one wait.
  DOUBTFUL
}
