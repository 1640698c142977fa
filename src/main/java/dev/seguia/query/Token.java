package dev.seguia.query;

/// A token of a query.
sealed interface Token {
  /// Counted from 0.
  int at();

  /// A word, phrase or pattern.
  record Term(Query query, int at) implements Token {}

  /// The name of a field, with its colon.
  record FieldName(Field field, int at) implements Token {}

  record Open(int at) implements Token {}

  record Close(int at) implements Token {}

  record And(int at) implements Token {}

  record Or(int at) implements Token {}

  /// The word `NOT` or a minus.
  record Not(int at) implements Token {}

  record End(int at) implements Token {}
}
