package dev.seguia.feed;

/// The form of a BCP 47 language tag in lower case, as in `fr` or `fr-ma`.
public final class LanguageTag {
  private static final int LONGEST = 35;

  private LanguageTag() {}

  public static boolean isOne(String text) {
    return text.length() <= LONGEST && isTag(text);
  }

  /// Two or three letters, then parts of one to eight letters or digits after a hyphen each.
  private static boolean isTag(String name) {
    var first = endOfPart(name, 0);
    if (first < 2 || first > 3) return false;
    for (var i = 0; i < first; i++) if (name.charAt(i) <= '9') return false;
    for (var start = first; start < name.length(); ) {
      var end = endOfPart(name, start + 1);
      if (name.charAt(start) != '-' || end == start + 1 || end > start + 9) return false;
      start = end;
    }
    return true;
  }

  private static int endOfPart(String name, int start) {
    var end = start;
    while (end < name.length() && isLetterOrDigit(name.charAt(end))) end++;
    return end;
  }

  private static boolean isLetterOrDigit(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  /// Whether a language is another one or a variety of it, as `fr-ma` is of `fr`.
  static boolean isWithin(String language, String range) {
    return language.startsWith(range)
        && (language.length() == range.length() || language.charAt(range.length()) == '-');
  }
}
