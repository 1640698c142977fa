package dev.seguia.opml;

import dev.seguia.opml.Node.Characters;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An element of an OPML file, ours or foreign, with its whole content, so that it can be written
/// again without loss.
///
/// @param name with its prefix
/// @param attributes in the order of the file, each name once
/// @param line on which it begins, from 1; 0 if it was not read from a file
public record Element(String name, List<Attribute> attributes, List<Node> content, int line)
    implements Node {
  public Element {
    if (!XmlNames.isElementName(name))
      throw new IllegalArgumentException("not an element name: " + name);
    attributes = List.copyOf(attributes);
    content = List.copyOf(content);
    var names = new HashSet<String>();
    for (var attribute : attributes)
      if (!names.add(attribute.name()))
        throw new IllegalArgumentException(attribute.name() + " twice in " + name);
  }

  /// An element that holds nothing but a text.
  static Element of(String name, String text) {
    return new Element(name, List.of(), List.of(new Characters(text)), 0);
  }

  /// The name without its prefix.
  public String localName() {
    return name.substring(name.indexOf(':') + 1);
  }

  /// The child elements.
  public List<Element> children() {
    return content.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
  }

  /// The elements inside of one name, in any case of its letters.
  Stream<Element> children(String localName) {
    return children().stream().filter(child -> child.localName().equalsIgnoreCase(localName));
  }

  /// The text inside, without that of child elements.
  public String text() {
    return content.stream()
        .filter(Characters.class::isInstance)
        .map(node -> ((Characters) node).text())
        .collect(Collectors.joining())
        .strip();
  }
}
