package dev.seguia.opml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An OPML document, with everything in it except comments.
///
/// @param root the element `opml`
public record OpmlDocument(Element root) {
  public OpmlDocument {
    if (!root.localName().equalsIgnoreCase("opml"))
      throw new IllegalArgumentException("an OPML document begins with opml, not " + root.name());
  }

  /// A new document (OPML 2.0).
  public static OpmlDocument of(String title, List<Outline> outlines) {
    var head = new Element("head", List.of(), List.of(Element.of("title", title)), 0);
    var content = outlines.stream().map(outline -> (Node) outline.element()).toList();
    var body = new Element("body", List.of(), content, 0);
    var version = List.of(new Attribute("version", "2.0"));
    return new OpmlDocument(new Element("opml", version, List.of(head, body), 0));
  }

  /// The title in the head.
  public Optional<String> title() {
    return head("title");
  }

  /// A field of the head, as in `ownerName`; empty if it is absent or blank.
  public Optional<String> head(String name) {
    return head().stream()
        .filter(field -> field.localName().equalsIgnoreCase(name))
        .map(Element::text)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /// All fields of the head, including foreign ones.
  public List<Element> head() {
    return root.children("head").flatMap(head -> head.children().stream()).toList();
  }

  /// The top-level outlines.
  public List<Outline> outlines() {
    return bodies().flatMap(Outline::in).toList();
  }

  /// All outlines, each before its children.
  public Stream<Outline> allOutlines() {
    return outlines().stream().flatMap(Outline::withDescendants);
  }

  /// The outlines outside the body, where OPML 2.0 has none.
  public List<Outline> strayOutlines() {
    return root.children().stream()
        .filter(child -> !isBody(child))
        .flatMap(OpmlDocument::outermost)
        .toList();
  }

  private static Stream<Outline> outermost(Element element) {
    return element.localName().equalsIgnoreCase("outline")
        ? Stream.of(new Outline(element))
        : element.children().stream().flatMap(OpmlDocument::outermost);
  }

  private static boolean isBody(Element element) {
    return element.localName().equalsIgnoreCase("body");
  }

  /// Whether there is a body, as OPML 2.0 requires, even if empty.
  public boolean hasBody() {
    return bodies().findAny().isPresent();
  }

  public Stream<Element> bodies() {
    return root.children("body");
  }
}
