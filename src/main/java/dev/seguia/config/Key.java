package dev.seguia.config;

import dev.seguia.config.Value.Place;
import dev.seguia.config.Value.Scalar;
import java.util.Locale;

/// One setting: its name, what it takes, its default as the file writes it, and what it means.
record Key<T>(String name, Kind<T> kind, String fallback, String meaning) {
  /// The part before the dot; for a key that stands at the top, its name.
  String section() {
    var dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  T defaultValue() {
    return kind.read(value(fallback, new Place("default", 0))).orElseThrow();
  }

  /// A text from outside the file, as a value of this key. Lists may be written without brackets.
  Value value(String text, Place place) {
    if (!kind.nested()) return new Scalar(text, true, place);
    if (!text.strip().startsWith("[") && !text.strip().startsWith("{")) text = "[" + text + "]";
    try {
      return Yaml.read(text, place.file()).map(read -> read.at(place)).orElseThrow();
    } catch (Yaml.Malformed notYaml) {
      return new Scalar(text, false, place); // which no such key takes: it is complained of
    }
  }

  /// As in `SEGUIA_POLLING_MIN_INTERVAL`.
  String variable() {
    return "SEGUIA_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
