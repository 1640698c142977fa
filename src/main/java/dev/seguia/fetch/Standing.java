package dev.seguia.fetch;

/// What is known of a source before it is asked.
public enum Standing {
  /// It answered when it was last asked.
  PROVEN,
  /// It is new, or has been failing. Such sources together take at most half of the requests that
  /// may run at one time, so that thousands of dead ones make no sound one wait.
  DOUBTFUL
}
