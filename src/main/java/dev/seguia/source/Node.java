package dev.seguia.source;

/// A node inside an element: another element, or text.
public sealed interface Node permits Element, Node.Characters {

  /// Text between tags.
  record Characters(String text) implements Node {
    public Characters {
      text = Xml.legal(text);
    }
  }
}
