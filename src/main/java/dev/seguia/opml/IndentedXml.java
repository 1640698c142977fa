package dev.seguia.opml;

import dev.seguia.opml.Node.Characters;

/// Writes elements as indented XML. No white space is added to elements with text.
final class IndentedXml {
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private final StringBuilder out = new StringBuilder();

  private IndentedXml() {}

  static String write(Element root) {
    return PROLOG + part(root) + '\n';
  }

  static String part(Element element) {
    var writer = new IndentedXml();
    writer.write(element, 0);
    return writer.out.toString();
  }

  private void write(Element element, int depth) {
    out.append('<').append(element.name());
    for (var attribute : element.attributes())
      out.append(' ')
          .append(attribute.name())
          .append("=\"")
          .append(escapedAttribute(attribute.value()))
          .append('"');
    if (element.content().isEmpty()) out.append("/>");
    else writeContent(element, depth);
  }

  private void writeContent(Element element, int depth) {
    out.append('>');
    var indented = element.content().stream().allMatch(Element.class::isInstance);
    for (var node : element.content()) {
      if (indented) startLine(depth + 1);
      switch (node) {
        case Characters(var text) -> out.append(escapedText(text));
        case Element child -> write(child, depth + 1);
      }
    }
    if (indented) startLine(depth);
    out.append("</").append(element.name()).append('>');
  }

  /// Line breaks and tabs are escaped too: a reader would make blanks of them (XML 1.0, section
  /// 3.3.3).
  private static String escapedAttribute(String value) {
    return escapedText(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }

  private static String escapedText(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  private void startLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
