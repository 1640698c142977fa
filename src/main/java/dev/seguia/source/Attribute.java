package dev.seguia.source;

/// An attribute as the file wrote it, a declaration of a namespace as well.
///
/// @param name with its prefix, as in `seguia:interval`
public record Attribute(String name, String value) {
  public Attribute {
    if (!Xml.isName(name)) throw new IllegalArgumentException("no name of an attribute: " + name);
    value = Xml.legal(value);
  }
}
