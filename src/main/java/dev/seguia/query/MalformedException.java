package dev.seguia.query;

/// Ends the reading of a query; it becomes a [QueryResult.Malformed] and is never seen outside.
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;

  /// @param at counted from 0
  MalformedException(int at, String what) {
    super(what, null, false, false);
    this.at = at;
  }

  QueryResult.Malformed result() {
    return new QueryResult.Malformed(String.valueOf(getMessage()), at + 1);
  }
}
