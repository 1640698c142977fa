package dev.seguia.cli;

/// Text on a terminal: without control characters, and its width in columns for all scripts.
final class TerminalText {
  private static final String CUT = "…";

  private TerminalText() {}

  /// Removes control characters, so that no untrusted text can control the terminal.
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\u2028\u2029]+", " ").strip();
  }

  /// Prints a line that may have untrusted text in it.
  static void say(String line) {
    System.out.println(plain(line));
  }

  /// The same, indented.
  static void sayBelow(String line) {
    System.out.println("  " + plain(line));
  }

  /// The columns that a text takes.
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  /// A text cut to a number of columns; combining characters stay with their letters.
  static String cut(String text, int columns) {
    if (width(text) <= columns) return text;
    var end = 0;
    var room = columns - width(CUT);
    while (end < text.length() && width(text.codePointAt(end)) <= room) {
      room -= width(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end) + CUT;
  }

  /// Accents and Arabic vowels stand above their letters and take no column; Chinese, Japanese and
  /// Korean characters and emoji take two (Unicode Standard Annex 11).
  private static int width(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return point >= 0x1100 && (isEastAsian(point) || Character.isEmojiPresentation(point));
  }

  private static boolean isEastAsian(int point) {
    return point <= 0x115F // Hangul syllables begin with these
        || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
        || (point >= 0xA960 && point <= 0xA97F)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF01 && point <= 0xFF60) // full-width forms
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
