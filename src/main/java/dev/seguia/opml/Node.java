package dev.seguia.opml;

import dev.seguia.text.XmlCharacters;

/// A node inside an element: another element, or text.

public sealed interface Node permits Element, Node.Characters {

  /// Text between tags.
  record Characters(String text) implements Node {
    public Characters {
      text = XmlCharacters.legal(text);
    }
  }
}
