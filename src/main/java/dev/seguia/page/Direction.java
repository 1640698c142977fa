package dev.seguia.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The text direction of a language, as a value of HTML's `dir`.
final class Direction {
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi");

  private static final Set<String> SCRIPTS = Set.of("arab", "hebr", "syrc", "thaa");

  private Direction() {}

  /// The direction of a language, or `auto` where it is not known.
  ///
  /// @param language a BCP 47 tag in lower case
  static String of(Optional<String> language) {
    return language.map(Direction::of).orElse("auto");
  }

  static String of(String language) {
    var subtags = List.of(language.split("-"));
    if (subtags.contains("latn")) return "ltr";
    var runsLeft =
        RIGHT_TO_LEFT.contains(subtags.getFirst()) || subtags.stream().anyMatch(SCRIPTS::contains);
    return runsLeft ? "rtl" : "ltr";
  }
}
