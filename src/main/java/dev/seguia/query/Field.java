package dev.seguia.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A field of an entry that can be searched by itself, as in `title:election`.
public enum Field {
  /// The words of the title.
  TITLE,
  /// A source: its id, its host or words of its title.
  SOURCE,
  /// The language, by its primary subtag (BCP 47), as in `lang:fr`.
  LANG,
  /// A tag, in any spelling.
  TAG;

  /// The name before the colon.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> named(String word) {
    return Stream.of(values()).filter(field -> field.word().equalsIgnoreCase(word)).findFirst();
  }
}
