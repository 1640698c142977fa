package dev.seguia.opml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An outline of an OPML document: a source, a folder, a link, or mere text.
///
/// @param element as in the file
public record Outline(Element element) {

  /// A new outline.
  ///
  /// @param attributes written in the map's order
  public static Outline of(Map<String, String> attributes, List<Outline> children) {
    var written =
        attributes.entrySet().stream()
            .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
            .toList();
    var content = children.stream().map(child -> (Node) child.element).toList();
    return new Outline(new Element("outline", written, content, 0));
  }

  /// A new folder.
  public static Outline folder(String text, List<Outline> children) {
    return of(Map.of("text", text), children);
  }

  public static Stream<Outline> in(Element parent) {
    return parent.children("outline").map(Outline::new);
  }

  /// The value of an attribute, unless blank. Programs disagree about its case (`xmlUrl`, `xmlURL`,
  /// `xmlurl`), so any is accepted, the standard's own first.
  public Optional<String> attribute(String name) {
    return raw(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /// The text for people: `text`, or if missing `title` (WordPress writes only that).
  public String text() {
    return attribute("text").or(() -> attribute("title")).orElse("");
  }

  /// The URL of the feed, as written; may be blank.
  public Optional<String> xmlUrl() {
    return raw("xmlUrl");
  }

  public List<Outline> children() {
    return in(element).toList();
  }

  public int line() {
    return element.line();
  }

  Stream<Outline> withDescendants() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Outline::withDescendants));
  }

  private Optional<String> raw(String name) {
    return values(name, true).or(() -> values(name, false));
  }

  private Optional<String> values(String name, boolean exact) {
    return element.attributes().stream()
        .filter(attribute ->
            exact ? attribute.name().equals(name) : attribute.name().equalsIgnoreCase(name))
        .map(Attribute::value)
        .findFirst();
  }
}
