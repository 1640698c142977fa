package dev.seguia.query;

/// A piece of a query as it is written.
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

  /// The word or the minus.
  record Not(int at) implements Token {}

  record End(int at) implements Token {}
}
