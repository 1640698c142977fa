package dev.seguia.normalise;

/// The short form of a text: its beginning, cut at a word.
public final class Teaser {
  private static final int LENGTH = 150;
  private static final String ELLIPSIS = "…";
  private static final String LOOSE_ENDS = " ,;:.-–—(«\"'“‘،؛\u00a0\u202f";

  private Teaser() {}

  /// About 150 characters of a plain text, ending in `…` if there was more.
  public static String of(String text) {
    return of(text, LENGTH);
  }

  /// At most so many characters of a plain text, ending in `…` if there was more, and in the ends
  /// of what turns its direction.
  public static String of(String text, int longest) {
    if (text.length() <= longest) return text;
    var end = endOfWord(text, longest - ELLIPSIS.length());
    while (end > 0 && LOOSE_ENDS.indexOf(text.charAt(end - 1)) >= 0) end--;
    return BidiMarks.closed(text.substring(0, end) + ELLIPSIS);
  }

  /// The last blank before a bound; where words are long or have no blanks between them, the bound.
  private static int endOfWord(String text, int bound) {
    for (var i = bound; i > bound / 2; i--) if (isBlank(text.charAt(i))) return i;
    return Characters.head(text, bound).length();
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == 0x3000;
  }
}
