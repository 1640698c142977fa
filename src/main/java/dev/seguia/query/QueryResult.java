package dev.seguia.query;

import java.util.List;

/// What came of reading a query that someone wrote.
public sealed interface QueryResult {
  /// It can be asked.
  record Parsed(Query query) implements QueryResult {}

  /// It cannot be understood.
  ///
  /// @param details of the fault
  /// @param at the character it is about, counted from 1
  record Malformed(QueryFault fault, List<String> details, int at) implements QueryResult {
    public Malformed {
      details = List.copyOf(details);
    }

    /// In plain words, on one line: what is wrong, and how to mend it.
    public String what() {
      return fault.words(details);
    }
  }
}
