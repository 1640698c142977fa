package dev.seguia.search;

import java.util.Locale;
import java.util.Optional;

/// The languages with stemming, and all others.
///
/// Arabic words are brought to theirs in any text: their script tells them.
public enum Language {
  FRENCH,
  ENGLISH,
  OTHER;

  /// Of an entry.
  ///
  /// @param tag as of BCP 47
  public static Language of(Optional<String> tag) {
    return switch (primary(tag).orElse("")) {
      case "fr" -> FRENCH;
      case "en" -> ENGLISH;
      default -> OTHER;
    };
  }

  /// The primary subtag, in lower case.
  public static Optional<String> primary(Optional<String> tag) {
    return tag.map(text -> text.split("[-_]", 2)[0].toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty());
  }
}
