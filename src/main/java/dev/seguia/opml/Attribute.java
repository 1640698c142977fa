package dev.seguia.opml;

import dev.seguia.text.XmlCharacters;

/// An attribute as written in the file, including namespace declarations.
///
/// @param name with its prefix, as in `seguia:interval`

public record Attribute(String name, String value) {
  public Attribute {
    if (!XmlNames.isName(name))
      throw new IllegalArgumentException("not an attribute name: " + name);
    value = XmlCharacters.legal(value);
  }
}
