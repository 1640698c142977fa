package dev.seguia.normalise;

import dev.seguia.text.Truncation;

/// Makes the teaser of a text: its beginning, cut at a word boundary.
public final class Teaser {
  private static final int LENGTH = 150;
  private static final String ELLIPSIS = "…";

  private Teaser() {}

  /// About 150 characters of a plain text, ending in `…` if there was more.
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /// At most so many characters of a plain text, ending in `…` if there was more, with open
  /// bidirectional controls closed.
  public static String of(String text, int longest) {
    if (text.length() <= longest) return text;
    var end = Truncation.endOfWord(text, 0, longest - ELLIPSIS.length());
    return BidiMarks.closed(text.substring(0, end) + ELLIPSIS);
  }
}
