package dev.seguia.normalise;

/// Which characters may stand in what we publish: those of XML 1.0 (section 2.2), without the
/// controls that it merely discourages.
final class Characters {
  private Characters() {}

  /// Whether the character at an index may stand; a surrogate may where its other half is beside
  /// it.
  static boolean isLegal(String text, int i) {
    var character = text.charAt(i);
    if (character < ' ') return character == '\t' || character == '\n' || character == '\r';
    if (character < 0x7f) return true;
    if (character <= 0x9f) return false;
    if (!Character.isSurrogate(character))
      return character < 0xfdd0 || (character < 0xfffe && character > 0xfdef);
    return isHalfOfLegal(text, i);
  }

  private static boolean isHalfOfLegal(String text, int i) {
    var start = Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
    if (start < 0 || !Character.isHighSurrogate(text.charAt(start))) return false;
    var codePoint = text.codePointAt(start);
    return codePoint >= 0x10000 && (codePoint & 0xfffe) != 0xfffe;
  }

  /// The text without the characters that may not stand.
  static String legal(String text) {
    var i = 0;
    while (i < text.length() && isLegal(text, i)) i++;
    if (i == text.length()) return text;
    var legal = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) if (isLegal(text, i)) legal.append(text.charAt(i));
    return legal.toString();
  }

  /// The beginning of a text, of at most so many characters, that cuts no pair of surrogates.
  static String head(String text, int length) {
    if (text.length() <= length) return text;
    var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
