package dev.seguia.opml;

import java.util.regex.Pattern;

/// The names that XML allows for elements and attributes.
final class XmlNames {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*(:[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*)?");

  private XmlNames() {}

  /// Whether a text is a name with at most one prefix (Namespaces in XML, section 4).
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// Whether an element may have that name: the prefix of declarations is no element's (Namespaces
  /// in XML, section 3).
  static boolean isElementName(String text) {
    return isName(text) && !text.startsWith("xmlns:");
  }
}
