package dev.seguia.normalise;

import dev.seguia.feed.Text;
import dev.seguia.text.Truncation;
import dev.seguia.url.Url;
import java.util.Optional;
import java.util.regex.Pattern;

/// Converts text of any format to clean HTML.
final class HtmlBody {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final HtmlCleaner CLEANER = new HtmlCleaner();

  private HtmlBody() {}

  static HtmlCleaner.Clean of(Text text, Optional<Url> base) {
    if (text.isBlank()) return new HtmlCleaner.Clean("", "");
    return switch (text.kind()) {
      case PLAIN -> paragraphs(text.value());
      case HTML -> CLEANER.read(text.value(), base);
      case UNKNOWN -> ofUnknown(text.value(), base);
    };
  }

  private static HtmlCleaner.Clean ofUnknown(String text, Optional<Url> base) {
    if (PlainText.hasTag(text)) return CLEANER.read(text, base);
    var plain = PlainText.unescaped(text);
    return isEscapedMarkup(plain) ? CLEANER.read(plain, base) : paragraphs(plain);
  }

  /// Recognises doubly escaped markup: text that begins and ends with a tag is not about tags.
  private static boolean isEscapedMarkup(String text) {
    var stripped = text.strip();
    return stripped.startsWith("<") && stripped.endsWith(">") && PlainText.hasTag(stripped);
  }

  private static HtmlCleaner.Clean paragraphs(String text) {
    var html = new StringBuilder(text.length() + 32);
    var end = "";
    for (var line : LINE_END.split(text, -1)) {
      if (html.length() >= HtmlWriter.LONGEST) break;
      if (line.isBlank()) {
        html.append(end);
        end = "";
      } else {
        html.append(end.isEmpty() ? "<p>" : "<br>");
        line(html, line.strip());
        end = "</p>";
      }
    }
    html.append(end);
    return new HtmlCleaner.Clean(
        html.toString(), PlainText.line(Truncation.head(text, PlainWriter.LONGEST)));
  }

  /// A line that is too long is cut, and has no links then.
  private static void line(StringBuilder html, String text) {
    var start = html.length();
    PlainLinks.write(html, text);
    if (html.length() <= HtmlWriter.LONGEST) return;
    html.setLength(start);
    HtmlEscaping.text(html, text);
    HtmlEscaping.cut(html, start, HtmlWriter.LONGEST);
  }
}
