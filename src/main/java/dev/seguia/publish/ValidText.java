package dev.seguia.publish;

/// Removes characters that XML 1.0 (section 2.2) or JSON in UTF-8 cannot contain.
final class ValidText {
  private ValidText() {}

  /// The text without forbidden characters; half a surrogate pair becomes the replacement
  /// character.
  static String of(String text) {
    for (var at = 0; at < text.length(); at++)
      if (!isSurelyValid(text.charAt(at))) return cleaned(text);
    return text;
  }

  /// The text on one line, as attributes and titles need it.
  static String line(String text) {
    return of(text).replaceAll("\\s+", " ").strip();
  }

  private static boolean isSurelyValid(char character) {
    return (character >= 0x20 && character < 0xD800) || character == '\n' || character == '\t';
  }

  private static String cleaned(String text) {
    var valid = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(codePoint -> append(valid, codePoint));
    return valid.toString();
  }

  private static void append(StringBuilder valid, int codePoint) {
    if (codePoint == '\r') valid.append('\n'); // XML reads it as one in any case
    else if (codePoint >= 0xD800 && codePoint <= 0xDFFF) valid.append('\uFFFD');
    else if (isAllowed(codePoint)) valid.appendCodePoint(codePoint);
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || (codePoint >= 0x20 && codePoint != 0xFFFE && codePoint != 0xFFFF);
  }
}
