package dev.seguia.config;

import java.util.List;

/// A value from the file, the environment or an option, with its place.
sealed interface Value {
  Place place();

  /// The same value at another place: a value in an option has no line.
  default Value at(Place other) {
    return switch (this) {
      case Scalar scalar -> new Scalar(scalar.text, scalar.plain, other);
      case Sequence sequence -> new Sequence(sequence.values, other);
      case Mapping mapping -> new Mapping(mapping.pairs, other);
    };
  }

  /// A word, number or text.
  ///
  /// @param plain without quotes, so that `~` and `null` mean no value
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

  /// The place of a value.
  ///
  /// @param line from 1; 0 if the place has no lines
  record Place(String file, int line) {}
}
