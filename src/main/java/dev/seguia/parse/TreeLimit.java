package dev.seguia.parse;

/// Limits the size of a document's tree. Ten megabytes may be one long article or millions of empty
/// elements, each of which takes a hundred times its length in memory.
final class TreeLimit {
  private TreeLimit() {}

  /// The text up to where it has more tags and attributes than a feed can need.
  static String bounded(String text) {
    if (text.length() <= ParseLimits.MARKS) return text;
    var marks = 0;
    for (var i = 0; i < text.length(); i++) {
      if (!isMark(text, i)) continue;
      if (++marks > ParseLimits.MARKS) return text.substring(0, i);
      i = endOfLiteral(text, i);
    }
    return text;
  }

  private static boolean isMark(String text, int i) {
    return switch (text.charAt(i)) {
      case '<' -> true;
      case '"', '\'' -> i > 0 && text.charAt(i - 1) == '=';
      default -> false;
    };
  }

  /// Where a CDATA section or a comment that begins here ends: what is in it makes no tree.
  private static int endOfLiteral(String text, int start) {
    if (text.startsWith("<![CDATA[", start)) return end(text, "]]>", start);
    return text.startsWith("<!--", start) ? end(text, "-->", start) : start;
  }

  private static int end(String text, String mark, int start) {
    var end = text.indexOf(mark, start);
    return end < 0 ? text.length() : end;
  }
}
