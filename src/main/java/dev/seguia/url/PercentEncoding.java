package dev.seguia.url;

import dev.seguia.text.XmlCharacters;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding (RFC 3986 section 2.1): which characters may stand in a URL, or in a part of
/// one. What is encoded already stays as it is; a percent sign that begins no such escape is
/// encoded itself.
public enum PercentEncoding {
  /// A whole URL with letters of all scripts (RFC 3987).
  IRI(":/?#[]@!$&'()*+,;=", true),
  /// A whole URL in ASCII, which every program takes.
  URI(":/?#[]@!$&'()*+,;=", false),
  PATH("!$&'()*+,;=:@/", false),
  QUERY("!$&'()*+,;=:@/?", false),
  /// The user name and the password before a host.
  USER("!$&'()*+,;=:", false);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// Of ASCII, what stands as it is, a percent sign aside: a bit for each character.
  private final long legalBelow64;

  private final long legalFrom64;
  private final boolean keepsLetters;

  /// @param marks what stands beside letters, digits and `-._~`
  /// @param keepsLetters whether letters beyond ASCII stand, too
  PercentEncoding(String marks, boolean keepsLetters) {
    this.keepsLetters = keepsLetters;
    legalBelow64 = bits(marks, 0);
    legalFrom64 = bits(marks, Long.SIZE);
  }

  private static long bits(String marks, int from) {
    var bits = 0L;
    for (var bit = 0; bit < Long.SIZE; bit++)
      if (isUnreserved(from + bit) || marks.indexOf(from + bit) >= 0) bits |= 1L << bit;
    return bits;
  }

  private boolean isLegal(char ascii) {
    return ((ascii < Long.SIZE ? legalBelow64 : legalFrom64) >>> ascii & 1) != 0;
  }

  /// The text with all other characters encoded, as UTF-8. Those that no document may hold
  /// ([XmlCharacters]) are left out, except for the controls of ASCII.
  public String encode(String text) {
    var at = 0;
    while (at < text.length() && stands(text, at)) at++;
    if (at == text.length()) return text;
    var encoded = new StringBuilder(text.length() + 16).append(text, 0, at);
    while (at < text.length()) {
      var codePoint = text.codePointAt(at);
      if (stands(text, at)) encoded.appendCodePoint(codePoint);
      else if (codePoint < 0x80 || XmlCharacters.isLegal(text, at)) append(encoded, codePoint);
      at += Character.charCount(codePoint);
    }
    return encoded.toString();
  }

  /// The same for a text that has an octet in each character, as header fields are read.
  ///
  /// @param octets characters up to U+00FF
  public String encodeOctets(String octets) {
    var encoded = new StringBuilder(octets.length() + 16);
    for (var at = 0; at < octets.length(); at++) {
      var octet = octets.charAt(at);
      if (octet < 0x80 && stands(octets, at)) encoded.append(octet);
      else encoded.append('%').append(HEX.toHexDigits((byte) octet));
    }
    return encoded.toString();
  }

  private boolean stands(String text, int at) {
    var character = text.charAt(at);
    if (character == '%') return isEscape(text, at);
    if (character < 0x80) return isLegal(character);
    return keepsLetters
        && character > 0x9f
        && !Character.isWhitespace(character)
        && XmlCharacters.isLegal(text, at);
  }

  /// The one spelling of a text under which equal ones are equal: unreserved characters plain, all
  /// others encoded with capitals, what is reserved left as it came.
  public static String canonical(String text) {
    if (isPlain(text)) return text;
    var canonical = new StringBuilder(text.length() + 16);
    for (var at = 0; at < text.length(); ) {
      var codePoint = text.codePointAt(at);
      if (codePoint == '%' && isEscape(text, at)) {
        appendCanonical(canonical, HexFormat.fromHexDigits(text, at + 1, at + 3));
        at += 3;
        continue;
      }
      if (isPlain(codePoint)) canonical.append((char) codePoint);
      else append(canonical, codePoint);
      at += Character.charCount(codePoint);
    }
    return canonical.toString();
  }

  private static boolean isPlain(String text) {
    for (var at = 0; at < text.length(); at++) if (!isPlain(text.charAt(at))) return false;
    return true;
  }

  /// What stands in a URL, but for `[` and `]`, which belong to hosts alone.
  private static boolean isPlain(int codePoint) {
    return codePoint < 0x80
        && codePoint != '['
        && codePoint != ']'
        && URI.isLegal((char) codePoint);
  }

  private static void appendCanonical(StringBuilder out, int octet) {
    if (isUnreserved(octet)) out.append((char) octet);
    else out.append('%').append(HEX.toHexDigits((byte) octet));
  }

  private static void append(StringBuilder out, int codePoint) {
    for (var octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8))
      out.append('%').append(HEX.toHexDigits(octet));
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
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
}
