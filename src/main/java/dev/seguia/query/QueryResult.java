package dev.seguia.query;

import java.util.List;

/// The result of parsing a query.
public sealed interface QueryResult {
  /// A valid query.
  record Parsed(Query query) implements QueryResult {}

  /// A malformed query.
  ///
  /// @param details of the fault
  /// @param at the character it is about, counted from 1
  record Malformed(QueryFault fault, List<String> details, int at) implements QueryResult {
    public Malformed {
      details = List.copyOf(details);
    }

    /// What is wrong and how to correct it, on one line.
    public String what() {
      return fault.words(details);
    }
  }
}
