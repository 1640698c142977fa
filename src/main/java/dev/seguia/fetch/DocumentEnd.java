package dev.seguia.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Tells whether bytes contain a document with its end, by the document itself: where a response
/// ended early (RFC 9112 section 8), there is nothing else to go by.
final class DocumentEnd {
  private final String text;
  private int at;

  private DocumentEnd(String text) {
    this.text = text;
  }

  /// Whether the root element of XML or HTML is closed, or the outermost value of JSON, and only
  /// comments and blanks follow.
  static boolean isReached(byte[] bytes) {
    // The zeros of UTF-16 are no part of any name that is looked for here.
    var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    var start = 0;
    while (start < text.length() && text.charAt(start) != '<' && text.charAt(start) != '{') start++;
    if (start == text.length()) return false;
    var document = new DocumentEnd(text.substring(start));
    return text.charAt(start) == '{' ? document.closesJson() : document.closesRoot();
  }

  private boolean closesJson() {
    var depth = 0;
    var inText = false;
    for (; at < text.length(); at++) {
      var character = text.charAt(at);
      if (character == '\\' && inText) at++;
      else if (character == '"') inText = !inText;
      else if (!inText && (character == '{' || character == '[')) depth++;
      else if (!inText && (character == '}' || character == ']') && --depth == 0)
        return text.substring(at + 1).isBlank();
    }
    return false;
  }

  /// Only the last tag counts: what lies between may have any fault that the parser mends.
  private boolean closesRoot() {
    var root = Optional.<String>empty();
    var last = "";
    var end = 0;
    while ((at = text.indexOf('<', at)) >= 0) {
      var past = pastMarkup();
      if (past < 0) return false;
      if (!text.startsWith("<!", at) && !text.startsWith("<?", at)) {
        last = text.substring(at + 1, past - 1).strip();
        end = past;
        if (root.isEmpty()) root = Optional.of(name(last)).filter(name -> !name.isEmpty());
      }
      at = past;
    }
    var closing = last;
    var rest = text.substring(end).replaceAll("(?s)<!--.*?-->", "").strip();
    return rest.isEmpty()
        && root.filter(name -> closing.startsWith("/") && name(closing.substring(1)).equals(name))
            .isPresent();
  }

  /// The place behind a tag, a comment, a CDATA section or an instruction; negative where it has no
  /// end.
  private int pastMarkup() {
    if (text.startsWith("<!--", at)) return past("-->", at + 4);
    if (text.startsWith("<![CDATA[", at)) return past("]]>", at + 9);
    if (text.startsWith("<?", at)) return past("?>", at + 2);
    return past(">", at + 1);
  }

  private int past(String sought, int from) {
    var found = text.indexOf(sought, from);
    return found < 0 ? -1 : found + sought.length();
  }

  private static String name(String tag) {
    var end = 0;
    while (end < tag.length() && !Character.isWhitespace(tag.charAt(end)) && tag.charAt(end) != '/')
      end++;
    return tag.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
