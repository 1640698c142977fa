package dev.seguia.search;

/// The index cannot do what it is for: its disk is full or does not answer, or another process uses
/// it. What was committed stays, and can still be searched.
public final class SearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
