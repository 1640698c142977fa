package dev.seguia.relate;

import java.time.Instant;
import java.util.Optional;

/// The data of an entry that decides its story.
///
/// @param seq names the entry in the store
/// @param language a BCP 47 tag; stories keep to one language
/// @param title plain text
/// @param summary plain text, may be empty
/// @param date of the entry; one in the future closes stories too early
public record Headline(
    long seq, Optional<String> language, String title, String summary, Instant date) {
  /// The language without its region, as in `ar` for `ar-ma`; empty where it is not known.
  String primaryLanguage() {
    return language.map(tag -> tag.substring(0, endOfPrimary(tag))).orElse("");
  }

  private static int endOfPrimary(String tag) {
    for (var at = 0; at < tag.length(); at++)
      if (tag.charAt(at) == '-' || tag.charAt(at) == '_') return at;
    return tag.length();
  }
}
