package dev.seguia.source;

/// An attribute as written in the file, including namespace declarations.
///
/// @param name with its prefix, as in `seguia:interval`
public record Attribute(String name, String value) {
  public Attribute {
    if (!Xml.isName(name)) throw new IllegalArgumentException("not an attribute name: " + name);
    value = Xml.legal(value);
  }
}
