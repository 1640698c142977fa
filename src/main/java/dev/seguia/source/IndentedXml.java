package dev.seguia.source;

import dev.seguia.source.Node.Characters;

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
          .append(Xml.escapedAttribute(attribute.value()))
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
        case Characters(var text) -> out.append(Xml.escapedText(text));
        case Element child -> write(child, depth + 1);
      }
    }
    if (indented) startLine(depth);
    out.append("</").append(element.name()).append('>');
  }

  private void startLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
