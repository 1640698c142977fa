package dev.seguia.normalise;

import java.util.Locale;

/// Escapes less-than signs in HTML that begin no tag, though a browser takes them for one and
/// swallows what follows up to the next `>`: `$a<b$ and $c>d$`, `<https://example.org/>`,
/// `<me@example.org>`, `</3`. This happens before the HTML is parsed, so that the text stays.
final class LessThan {
  private LessThan() {}

  /// The HTML with those signs escaped.
  static String escaped(String html) {
    StringBuilder escaped = null;
    var written = 0;
    for (var at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (opensMarkup(html, at)) continue;
      if (escaped == null) escaped = new StringBuilder(html.length() + 16);
      escaped.append(html, written, at).append("&lt;");
      written = at + 1;
    }
    return escaped == null ? html : escaped.append(html, written, html.length()).toString();
  }

  /// What is neither a letter nor a slash behind the sign is read as text by browsers too, or as a
  /// comment.
  private static boolean opensMarkup(String html, int at) {
    var next = characterAt(html, at + 1);
    if (next == '/') return !Character.isDigit(characterAt(html, at + 2));
    return !isLetter(next) || opensTag(html, at + 1);
  }

  /// A name with a blank or an end behind it. One that HTML does not have needs its `>` before the
  /// next `<`.
  private static boolean opensTag(String html, int start) {
    var end = start;
    while (end < html.length() && isInName(html.charAt(end))) end++;
    if (end == html.length()) return AllowList.isElement(name(html, start, end));
    var behind = html.charAt(end);
    var isKnown = AllowList.isElement(name(html, start, end));
    if (behind > ' ' && ">/".indexOf(behind) < 0) return isKnown && isSlip(html, end);
    if (isKnown) return true;
    var next = html.indexOf('<', end);
    return html.charAt(end - 1) != ':'
        && html.indexOf('>', end, next < 0 ? html.length() : next) >= 0;
  }

  /// Common typing mistakes after an element's name: no space, or a backslash.
  private static boolean isSlip(String html, int end) {
    return "\"'=".indexOf(html.charAt(end)) >= 0 || html.startsWith("\\>", end);
  }

  private static String name(String html, int start, int end) {
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInName(char character) {
    return isLetter(character)
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == ':'
        || character == '_';
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private static char characterAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : ' ';
  }
}
