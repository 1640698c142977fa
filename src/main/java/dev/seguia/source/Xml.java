package dev.seguia.source;

import java.util.regex.Pattern;

/// What XML 1.0 allows in names and texts, and how a text is escaped.
final class Xml {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*(:[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*)?");

  private Xml() {}

  /// Whether a text is a name with at most one prefix (Namespaces in XML, section 4).
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// Whether an element may have that name: the prefix of declarations is no element's (Namespaces
  /// in XML, section 3).
  static boolean isElementName(String text) {
    return isName(text) && !text.startsWith("xmlns:");
  }

  /// The text without what no XML document can hold: most control characters, halves of pairs.
  static String legal(String text) {
    if (text.codePoints().allMatch(Xml::isLegal)) return text;
    var legal = new StringBuilder(text.length());
    text.codePoints().filter(Xml::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /// XML 1.0, section 2.2.
  private static boolean isLegal(int codePoint) {
    if (codePoint < 0x20) return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    return (codePoint < 0xD800 || codePoint > 0xDFFF) && codePoint != 0xFFFE && codePoint != 0xFFFF;
  }

  /// Line breaks and tabs are escaped too: a reader would make blanks of them (section 3.3.3).
  static String escapedAttribute(String value) {
    return escapedText(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }

  static String escapedText(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }
}
