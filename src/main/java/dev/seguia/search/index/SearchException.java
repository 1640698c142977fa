package dev.seguia.search.index;

/// The index cannot be used: its disk is full or not responding, or another process uses it. What
/// was committed stays, and can still be searched.
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
