package dev.seguia.parse;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;

/// Serialises markup inside the document (XHTML in Atom, unescaped HTML in RSS) as HTML.
final class InlineMarkup {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<String> URLS =
      Set.of("href", "src", "cite", "poster", "action", "longdesc", "data", "background");

  private final StringBuilder html = new StringBuilder();
  private final URI known;

  private InlineMarkup(URI known) {
    this.known = known;
  }

  static boolean isIn(Element element) {
    for (var child : element.getContent()) if (child instanceof Element) return true;
    return false;
  }

  /// What stands inside an element.
  ///
  /// @param base the base inside the element, which a reader of the text will know
  static String inside(Element element, URI base) {
    var markup = new InlineMarkup(base);
    element.getContent().forEach(content -> markup.write(content, base));
    return markup.html.toString();
  }

  private void write(Content content, URI base) {
    switch (content) {
      case Element element -> write(element, LinkResolver.base(element, base));
      case Text text -> escape(text.getText(), false);
      default -> {
        // comments and processing instructions say nothing to a reader
      }
    }
  }

  private void write(Element element, URI base) {
    var name = element.getName().toLowerCase(Locale.ROOT);
    html.append('<').append(name);
    for (var attribute : element.getAttributes()) {
      if (!attribute.getNamespaceURI().isEmpty()) continue;
      html.append(' ').append(attribute.getName()).append("=\"");
      escape(value(attribute.getName(), attribute.getValue(), base), true);
      html.append('"');
    }
    html.append('>');
    element.getContent().forEach(content -> write(content, base));
    if (!VOID.contains(name)) html.append("</").append(name).append('>');
  }

  /// Only where an inner `xml:base` differs is a URL made absolute here.
  private String value(String name, String value, URI base) {
    if (base.equals(known) || !URLS.contains(name.toLowerCase(Locale.ROOT))) return value;
    return LinkResolver.resolve(base, value).orElse(value);
  }

  private void escape(String text, boolean quotes) {
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      switch (character) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append(quotes ? "&quot;" : "\"");
        default -> html.append(character);
      }
    }
  }
}
