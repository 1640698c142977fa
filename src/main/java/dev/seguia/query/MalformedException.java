package dev.seguia.query;

import java.util.List;
import java.util.stream.Stream;

/// Aborts parsing; it becomes a [QueryResult.Malformed] and is never seen outside.
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient QueryResult.Malformed result;

  /// @param at counted from 0
  MalformedException(int at, QueryFault fault, Object... details) {
    super(fault.name(), null, false, false);
    result = new QueryResult.Malformed(fault, words(details), at + 1);
  }

  private static List<String> words(Object... details) {
    return Stream.of(details).map(String::valueOf).toList();
  }

  QueryResult.Malformed result() {
    return result;
  }
}
