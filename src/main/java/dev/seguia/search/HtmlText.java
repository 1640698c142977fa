package dev.seguia.search;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads clean HTML as text for the tokeniser: every `<` begins a tag, every `&` a character
/// reference.
final class HtmlText {
  /// Those that may stand inside a word; all others part words.
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark",
          "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr");

  private static final Map<String, String> CHARACTERS =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "shy", "");

  private final String html;
  private final StringBuilder text;
  private int at;

  private HtmlText(String html) {
    this.html = html;
    this.text = new StringBuilder(html.length());
  }

  static String of(String html) {
    return new HtmlText(html).read();
  }

  private String read() {
    while (at < html.length()) {
      var character = html.charAt(at);
      if (character == '<') tag();
      else if (character == '&') reference();
      else plain();
    }
    return text.toString().strip();
  }

  private void plain() {
    var end = at;
    while (end < html.length() && html.charAt(end) != '<' && html.charAt(end) != '&') end++;
    text.append(html, at, end);
    at = end;
  }

  private void tag() {
    var close = html.indexOf('>', at);
    var end = close < 0 ? html.length() : close;
    var start = Math.min(html.startsWith("/", at + 1) ? at + 2 : at + 1, end);
    var nameEnd = start;
    while (nameEnd < end && Character.isLetterOrDigit(html.charAt(nameEnd))) nameEnd++;
    if (!INLINE.contains(html.substring(start, nameEnd).toLowerCase(Locale.ROOT))) text.append(' ');
    at = Math.min(end + 1, html.length());
  }

  private void reference() {
    var close = html.indexOf(';', at);
    if (close < 0 || close - at > 10) {
      text.append(html.charAt(at++));
      return;
    }
    text.append(character(html.substring(at + 1, close)));
    at = close + 1;
  }

  private static String character(String name) {
    if (!name.startsWith("#")) return CHARACTERS.getOrDefault(name, " ");
    try {
      var isHex = name.startsWith("x", 1) || name.startsWith("X", 1);
      return Character.toString(
          isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1)));
    } catch (IllegalArgumentException noCharacter) {
      return " ";
    }
  }
}
