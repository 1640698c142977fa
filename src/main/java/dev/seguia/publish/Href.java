package dev.seguia.publish;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// URLs spelt with the characters of RFC 3986 alone, which every reader takes.
public final class Href {
  private static final String MARKS = "-._~:/?#[]@!$&'()*+,;=";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Href() {}

  /// The URL with all else percent-encoded; what is encoded already stays as it is.
  public static String of(String url) {
    for (var at = 0; at < url.length(); at++) if (!stands(url, at)) return encoded(url);
    return url;
  }

  private static String encoded(String url) {
    var href = new StringBuilder(url.length() + 32);
    for (var at = 0; at < url.length(); at++) {
      if (stands(url, at)) href.append(url.charAt(at));
      else at = encode(url, at, href);
    }
    return href.toString();
  }

  /// Encodes the character at a place and returns its last index.
  private static int encode(String url, int at, StringBuilder href) {
    var codePoint = url.codePointAt(at);
    for (var octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8))
      href.append('%').append(HEX.toHexDigits(octet));
    return at + Character.charCount(codePoint) - 1;
  }

  private static boolean stands(String url, int at) {
    var character = url.charAt(at);
    if (character == '%') return isHex(url, at + 1) && isHex(url, at + 2);
    return isPlain(character) || MARKS.indexOf(character) >= 0;
  }

  private static boolean isPlain(char character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }

  private static boolean isHex(String url, int at) {
    return at < url.length() && HexFormat.isHexDigit(url.charAt(at));
  }
}
