package dev.seguia.normalise;

import dev.seguia.text.Truncation;
import dev.seguia.text.XmlCharacters;
import org.jspecify.annotations.Nullable;

/// Writes characters into HTML that is valid in XML too.

final class HtmlEscaping {
  /// Of ASCII, those that are written as they are.
  private static final boolean[] PLAIN = new boolean[0x7f];

  static {
    for (var character = ' '; character < PLAIN.length; character++)
      PLAIN[character] = "&<>\"".indexOf(character) < 0;
  }

  private HtmlEscaping() {}

  static void text(StringBuilder html, String text) {
    write(html, text, false);
  }

  /// The value of an attribute in double quotes; line ends become blanks, as XML reads them.
  static void attribute(StringBuilder html, String value) {
    write(html, value, true);
  }

  /// Takes what was written beyond a length away, and a reference or a pair of surrogates as a
  /// whole.
  ///
  /// @param start before which there may be markup
  static void cut(StringBuilder html, int start, int length) {
    if (html.length() <= length) return;
    var end = length;
    var reference = html.lastIndexOf("&", end - 1);
    if (reference >= 0 && html.indexOf(";", reference) >= end) end = reference;
    html.setLength(Math.max(start, Truncation.end(html, end)));
  }

  private static void write(StringBuilder html, String text, boolean inAttribute) {
    var written = 0;
    for (var i = 0; i < text.length(); i++) {
      if (isPlain(text.charAt(i))) continue;
      var replacement = replacement(text, i, inAttribute);
      if (replacement == null) continue;
      html.append(text, written, i).append(replacement);
      written = i + 1;
    }
    if (written == 0) html.append(text);
    else html.append(text, written, text.length());
  }

  /// Most characters of most texts: those that are written as they are, wherever they stand.
  private static boolean isPlain(char character) {
    return character < 0x7f ? PLAIN[character] : character > 0x9f && character < 0xd800;
  }

  private static @Nullable String replacement(String text, int i, boolean inAttribute) {
    var character = text.charAt(i);
    if (character >= 0x7f) return XmlCharacters.isLegal(text, i) ? null : "";
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> inAttribute ? "&quot;" : null;
      case '\t', '\n' -> inAttribute ? " " : null;
      case '\r' -> inAttribute ? " " : "\n";
      default -> character < ' ' ? "" : null;
    };
  }
}
