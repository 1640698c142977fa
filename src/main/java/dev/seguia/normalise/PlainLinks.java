package dev.seguia.normalise;

import java.util.regex.Pattern;

/// Links the addresses in a plain text, as in the notes of podcasts and the descriptions of videos.
final class PlainLinks {
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\p{L}\\p{N}/=@])https?://[^\\s<>\"«»“”]{3,2000}");
  private static final String ENDS_OF_SENTENCES = ".,;:!?'’…،؛؟*_|";

  private PlainLinks() {}

  /// Writes a text as HTML, with links for the addresses in it.
  static void write(StringBuilder html, String text) {
    var written = 0;
    if (text.contains("://")) {
      var address = ADDRESS.matcher(text);
      while (address.find()) {
        var end = end(text, address.start(), address.end());
        var link = LinkCleaner.clean(text.substring(address.start(), end));
        if (link.isEmpty()) continue;
        HtmlEscaping.text(html, text.substring(written, address.start()));
        html.append("<a href=\"");
        HtmlEscaping.attribute(html, link.get());
        html.append("\" rel=\"noopener noreferrer\">");
        HtmlEscaping.text(html, text.substring(address.start(), end));
        html.append("</a>");
        written = end;
      }
    }
    HtmlEscaping.text(html, text.substring(written));
  }

  /// The end of an address: without punctuation of the sentence, or a closing bracket that was
  /// opened before it.
  private static int end(String text, int start, int end) {
    while (end > start) {
      var last = text.charAt(end - 1);
      var isForeign =
          switch (last) {
            case ')' -> isUnopened(text, start, end, '(', ')');
            case ']' -> isUnopened(text, start, end, '[', ']');
            default -> ENDS_OF_SENTENCES.indexOf(last) >= 0;
          };
      if (!isForeign) return end;
      end--;
    }
    return end;
  }

  private static boolean isUnopened(String text, int start, int end, char open, char close) {
    var depth = 0;
    for (var i = start; i < end; i++) {
      if (text.charAt(i) == open) depth++;
      if (text.charAt(i) == close) depth--;
    }
    return depth < 0;
  }
}
