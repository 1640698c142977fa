package dev.seguia.config;

import dev.seguia.config.Value.Place;
import dev.seguia.config.Value.Scalar;
import java.util.Locale;

/// A setting: its name, the kind of its value, its default as written in the file, and its meaning.
record Key<T>(String name, Kind<T> kind, String fallback, String meaning) {
  /// The part before the dot; the name itself for a key outside all sections.
  String section() {
    var dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  T defaultValue() {
    return kind.read(value(fallback, new Place("default", 0))).orElseThrow();
  }

  /// Converts a text from outside the file to a value of this key. Lists need no brackets.
  Value value(String text, Place place) {
    if (!kind.nested()) return new Scalar(text, true, place);
    if (!text.strip().startsWith("[") && !text.strip().startsWith("{")) text = "[" + text + "]";
    try {
      return Yaml.read(text, place.file()).map(read -> read.at(place)).orElseThrow();
    } catch (Yaml.Malformed notYaml) {
      return new Scalar(text, false, place); // which no such key accepts
    }
  }

  /// As in `SEGUIA_POLLING_MIN_INTERVAL`.
  String variable() {
    return "SEGUIA_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
