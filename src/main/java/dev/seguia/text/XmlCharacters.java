package dev.seguia.text;

/// The characters that we publish: those of XML 1.0 (section 2.2), without the control characters
/// that it merely discourages.
public final class XmlCharacters {
  private XmlCharacters() {}

  /// Whether the character at an index is legal; a surrogate is if its other half is beside it.
  public static boolean isLegal(String text, int i) {
    var character = text.charAt(i);
    return Character.isSurrogate(character) ? isHalfOfLegal(text, i) : isLegal(character);
  }

  /// Of all but surrogates.
  private static boolean isLegal(char character) {
    if (character < ' ') return character == '\t' || character == '\n' || character == '\r';
    if (character < 0x7f) return true;
    if (character <= 0x9f) return false;
    return character < 0xfdd0 || (character < 0xfffe && character > 0xfdef);
  }

  private static boolean isHalfOfLegal(String text, int i) {
    var start = Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i;
    if (start < 0 || !Character.isHighSurrogate(text.charAt(start))) return false;
    return isLegalBeyond(text.codePointAt(start));
  }

  private static boolean isLegalBeyond(int codePoint) {
    return codePoint >= 0x10000 && (codePoint & 0xfffe) != 0xfffe;
  }

  /// How many characters from an index on form a legal one: 2 for a surrogate pair, 0 if it is
  /// illegal.
  public static int legal(char[] text, int i, int length) {
    var character = text[i];
    if (!Character.isSurrogate(character)) return isLegal(character) ? 1 : 0;
    if (i + 1 >= length || !Character.isSurrogatePair(character, text[i + 1])) return 0;
    return isLegalBeyond(Character.toCodePoint(character, text[i + 1])) ? 2 : 0;
  }

  /// The text without illegal characters.
  public static String legal(String text) {
    var i = 0;
    while (i < text.length() && isLegal(text, i)) i++;
    if (i == text.length()) return text;
    var legal = new StringBuilder(text.length()).append(text, 0, i);
    for (; i < text.length(); i++) if (isLegal(text, i)) legal.append(text.charAt(i));
    return legal.toString();
  }
}
