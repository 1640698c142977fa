package dev.seguia.fetch;

/// Classifies a document by its first bytes.
final class ByteShape {
  private static final int LOOKED_AT = 512;

  private ByteShape() {}

  /// Whether the bytes are text, in whatever charset: compressed bytes contain control characters
  /// sooner or later.
  static boolean isText(byte[] bytes) {
    if (isWide(bytes)) return true;
    for (var at = 0; at < Math.min(bytes.length, LOOKED_AT); at++) {
      var octet = bytes[at] & 0xff;
      if (octet < 0x20 && octet != '\t' && octet != '\n' && octet != '\f' && octet != '\r')
        return false;
    }
    return true;
  }

  /// Texts with two or four bytes for a character, and those of EBCDIC.
  private static boolean isWide(byte[] bytes) {
    return startsWith(bytes, 0xfe, 0xff)
        || startsWith(bytes, 0xff, 0xfe)
        || startsWith(bytes, 0, '<')
        || startsWith(bytes, 0, '{')
        || startsWith(bytes, '<', 0)
        || startsWith(bytes, '{', 0)
        || startsWith(bytes, 0, 0, 0, '<')
        || startsWith(bytes, 0x4c, 0x6f, 0xa7, 0x94);
  }

  /// Whether the bytes begin like XML, HTML or JSON.
  static boolean isDocument(byte[] bytes) {
    if (!isText(bytes)) return false;
    for (var at = 0; at < Math.min(bytes.length, LOOKED_AT); at++) {
      var octet = bytes[at] & 0xff;
      if (octet == '<' || octet == '{' || octet == '[') return true;
      if (octet > ' ' && octet < 0x80) return false;
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) return false;
    for (var at = 0; at < prefix.length; at++) if ((bytes[at] & 0xff) != prefix[at]) return false;
    return true;
  }
}
