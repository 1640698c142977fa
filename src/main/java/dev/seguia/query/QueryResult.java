package dev.seguia.query;

/// What came of reading a query that someone wrote.
public sealed interface QueryResult {
  /// It can be asked.
  record Parsed(Query query) implements QueryResult {}

  /// It cannot be understood.
  ///
  /// @param what in plain words, on one line: what is wrong, and how to mend it
  /// @param at the character it is about, counted from 1
  record Malformed(String what, int at) implements QueryResult {}
}
