package dev.seguia.config;

import java.util.ArrayList;
import java.util.List;

/// One section of the settings, with its keys in the order of the file. The record of the section
/// declares them.
final class Section {
  private final String name;
  private final List<Key<?>> keys = new ArrayList<>();

  Section(String name) {
    this.name = name;
  }

  /// Declares the next key of the section.
  ///
  /// @param word without the name of the section
  /// @param fallback the default, as the file writes it
  <T> Key<T> key(String word, Kind<T> kind, String fallback, String meaning) {
    var key = new Key<>(name + "." + word, kind, fallback, meaning);
    keys.add(key);
    return key;
  }

  List<Key<?>> keys() {
    return List.copyOf(keys);
  }
}
