package dev.seguia.text;

/// Truncates texts without splitting a surrogate pair, and at word boundaries if wanted.
public final class Truncation {
  /// What no shortened text ends in.
  private static final String LOOSE_ENDS = " ,;:.-–—(«\"'“‘،؛\u00a0\u202f";

  private Truncation() {}

  /// The beginning of a text, at most so many characters.
  public static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, end(text, length));
  }

  /// A text for a message or a log line: its beginning, with a mark behind it if there was more.
  ///
  /// @param length of what is kept, in characters
  /// @param mark as in `...`
  public static String shortened(String text, int length, String mark) {
    return text.length() <= length ? text : head(text, length) + mark;
  }

  /// Where a text can be cut, at an index or one before it.
  ///
  /// @param index from 0 to the length of the text
  public static int end(CharSequence text, int index) {
    var tears = index > 0 && index < text.length() && isPair(text, index);
    return tears ? index - 1 : index;
  }

  private static boolean isPair(CharSequence text, int index) {
    return Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
  }

  /// The end of the last word before a bound, without punctuation behind it. Where words are long,
  /// have no blanks between them, it is the bound; punctuation alone is cut at its last blank.
  ///
  /// @param start where the part of the text begins that is shown
  /// @param bound behind the start, and within the text
  public static int endOfWord(String text, int start, int bound) {
    var middle = start + (bound - start) / 2;
    var blank = bound;
    while (blank > middle && !isBlank(text.charAt(blank))) blank--;
    var cut = blank > middle ? blank : bound;
    var end = withoutLooseEnds(text, start, cut);
    return end(text, end > start ? end : cut);
  }

  private static int withoutLooseEnds(String text, int start, int end) {
    var tidy = end;
    while (tidy > start && LOOSE_ENDS.indexOf(text.charAt(tidy - 1)) >= 0) tidy--;
    return tidy;
  }

  private static boolean isBlank(char character) {
    return character == ' ' || character == 0x3000;
  }
}
