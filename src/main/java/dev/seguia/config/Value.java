package dev.seguia.config;

import java.util.List;

/// A value as the file, the environment or an option gave it, with its place.
sealed interface Value {
  Place place();

  /// The same, said to stand elsewhere: what was read out of an option has no line of its own.
  default Value at(Place other) {
    return switch (this) {
      case Scalar scalar -> new Scalar(scalar.text, scalar.plain, other);
      case Sequence sequence -> new Sequence(sequence.values, other);
      case Mapping mapping -> new Mapping(mapping.pairs, other);
    };
  }

  /// A word, number or text.
  ///
  /// @param plain without quotes, so that `~` and `null` mean nothing
  record Scalar(String text, boolean plain, Place place) implements Value {
    boolean isNone() {
      return text.isBlank() || (plain && (text.equals("~") || text.equals("null")));
    }
  }

  /// A list.
  record Sequence(List<Value> values, Place place) implements Value {}

  /// Keys and values, in order.
  record Mapping(List<Pair> pairs, Place place) implements Value {}

  /// One key with its value.
  record Pair(String key, Place place, Value value) {}

  /// Where a value stands.
  ///
  /// @param line from 1; 0 where there are no lines
  record Place(String file, int line) {}
}
