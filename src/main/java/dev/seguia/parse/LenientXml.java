package dev.seguia.parse;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Parses XML that is not well-formed, as far as feed readers usually accept it: overlapping or
/// unclosed tags, undeclared prefixes, forbidden characters.
final class LenientXml {
  private static final int MOST_PREFIXES = 100;

  /// The namespace of the root.
  private final String rootName;

  private LenientXml(org.jsoup.nodes.Element root) {
    rootName = declared(root, Map.of()).getOrDefault(prefix(root.tagName()), "");
  }

  /// The tree of a text, if there is any element in it.
  static Optional<Document> parse(String text) {
    var parser = Parser.xmlParser().setMaxDepth(ParseLimits.DEPTH + 2);
    var parsed = parser.parseInput(text, "");
    return parsed.children().stream()
        .findFirst()
        .map(root -> new Document(new LenientXml(root).copy(root)));
  }

  /// An element that is being copied, with its namespace prefixes.
  private record Open(org.jsoup.nodes.Element from, Element to, Map<String, String> prefixes) {}

  /// A loop and no recursion: the depth of the tree is the sender's choice.
  private Element copy(org.jsoup.nodes.Element root) {
    var top = open(root, Map.of());
    var waiting = new ArrayDeque<Open>();
    waiting.add(top);
    while (!waiting.isEmpty()) {
      var open = waiting.poll();
      for (var child : open.from.childNodes()) copy(child, open, waiting);
    }
    return top.to;
  }

  private void copy(Node node, Open parent, ArrayDeque<Open> waiting) {
    if (node instanceof TextNode text) {
      parent.to.addContent(new org.jdom2.Text(legal(text.getWholeText())));
    } else if (node instanceof org.jsoup.nodes.Element element
        && isName(localName(element.tagName()))) {
      var open = open(element, parent.prefixes);
      parent.to.addContent(open.to);
      waiting.add(open);
    }
  }

  private Open open(org.jsoup.nodes.Element from, Map<String, String> outer) {
    var prefixes = declared(from, outer);
    var name = isName(localName(from.tagName())) ? localName(from.tagName()) : "unknown";
    var element = new Element(name, namespace(prefix(from.tagName()), prefixes));
    for (var attribute : from.attributes()) {
      var prefix = prefix(attribute.getKey());
      var local = localName(attribute.getKey());
      if (declares(attribute) || !isName(local)) continue;
      FeedNamespace.ofAttribute(prefix, prefixes.getOrDefault(prefix, ""))
          .ifPresent(its -> element.setAttribute(local, legal(attribute.getValue()), its));
    }
    return new Open(from, element, prefixes);
  }

  private static Map<String, String> declared(
      org.jsoup.nodes.Element element, Map<String, String> outer) {
    var own = element.attributes().asList().stream().filter(LenientXml::declares).toList();
    if (own.isEmpty()) return outer;
    var prefixes = new HashMap<>(outer);
    for (var attribute : own) {
      var isDefault = attribute.getKey().equals("xmlns");
      if (prefixes.size() < MOST_PREFIXES)
        prefixes.put(
            isDefault ? "" : localName(attribute.getKey()).toLowerCase(Locale.ROOT),
            attribute.getValue());
    }
    return prefixes;
  }

  private static boolean declares(Attribute attribute) {
    return attribute.getKey().equals("xmlns") || prefix(attribute.getKey()).equals("xmlns");
  }

  /// Elements are told apart by their namespace alone, which for an undeclared prefix is what it
  /// stands for by habit.
  private Namespace namespace(String prefix, Map<String, String> prefixes) {
    var name = prefixes.getOrDefault(prefix, prefix.isEmpty() ? "" : "urn:undeclared");
    return FeedNamespace.spelling(prefix, name, rootName);
  }

  private static String prefix(String name) {
    var colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static String localName(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && org.jdom2.Verifier.checkElementName(text) == null
        && text.length() < 200;
  }

  /// Without the characters that XML 1.0 section 2.2 forbids.
  static String legal(String text) {
    for (var i = 0; i < text.length(); i++)
      if (!org.jdom2.Verifier.isXMLCharacter(text.charAt(i))
          || Character.isSurrogate(text.charAt(i))) return filtered(text);
    return text;
  }

  private static String filtered(String text) {
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(org.jdom2.Verifier::isXMLCharacter).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
