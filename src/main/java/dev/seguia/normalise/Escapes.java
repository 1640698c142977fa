package dev.seguia.normalise;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding (RFC 3986 section 2.1).
final class Escapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String NEVER_LEGAL = "\"<>\\^`{|}";

  /// Of ASCII, what may stand in a URL, a percent sign aside.
  private static final boolean[] LEGAL = new boolean[0x7f];

  static {
    for (var character = '!'; character < LEGAL.length; character++)
      LEGAL[character] = NEVER_LEGAL.indexOf(character) < 0;
  }

  private Escapes() {}

  /// The text with what no part of a URL may hold encoded; letters of all scripts stay (RFC 3987).
  static String legal(String text) {
    var i = 0;
    while (i < text.length() && isLegal(text, i)) i++;
    if (i == text.length()) return text;
    var encoded = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (; i < text.length(); i++) {
      if (isLegal(text, i)) encoded.append(text.charAt(i));
      else if (Characters.isLegal(text, i) || text.charAt(i) < ' ') encode(encoded, text.charAt(i));
    }
    return encoded.toString();
  }

  /// The one spelling of a text under which equal ones are equal: unreserved characters plain, all
  /// others encoded with capitals, what is reserved left as it came.
  static String canonical(String text) {
    if (isPlain(text)) return text;
    var canonical = new StringBuilder(text.length() + 16);
    for (var i = 0; i < text.length(); ) {
      var codePoint = text.codePointAt(i);
      if (codePoint == '%' && isEscape(text, i)) {
        escape(canonical, HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 3;
        continue;
      }
      if (isUnreserved(codePoint) || isReserved(codePoint)) canonical.append((char) codePoint);
      else encode(canonical, codePoint);
      i += Character.charCount(codePoint);
    }
    return canonical.toString();
  }

  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++)
      if (!isUnreserved(text.charAt(i)) && !isReserved(text.charAt(i))) return false;
    return true;
  }

  private static void escape(StringBuilder out, int octet) {
    if (isUnreserved(octet)) out.append((char) octet);
    else out.append('%').append(HEX.toHexDigits((byte) octet));
  }

  private static void encode(StringBuilder out, int codePoint) {
    for (var octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8))
      out.append('%').append(HEX.toHexDigits(octet));
  }

  private static boolean isLegal(String text, int i) {
    var character = text.charAt(i);
    if (character == '%') return isEscape(text, i);
    if (character < 0x7f) return LEGAL[character];
    return character > 0x9f && !Character.isWhitespace(character) && Characters.isLegal(text, i);
  }

  private static boolean isEscape(String text, int i) {
    return i + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(i + 1))
        && HexFormat.isHexDigit(text.charAt(i + 2));
  }

  private static boolean isUnreserved(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '.'
        || character == '_'
        || character == '~';
  }

  /// `[` and `]` belong to hosts alone.
  private static boolean isReserved(int character) {
    return switch (character) {
      case ':', '/', '?', '#', '@', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=' -> true;
      default -> false;
    };
  }
}
