package dev.seguia.opml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The namespace prefixes of a document, with a treatment of undeclared ones.
public final class Prefixes {
  /// Of our own attributes.
  public static final String SEGUIA = "https://seguia.dev/opml";

  /// Of the attributes that FreshRSS writes.
  public static final String FRESH_RSS = "https://freshrss.org/opml";

  /// By which FreshRSS's attributes are known where no one declared a prefix.
  private static final String USUAL_OF_FRESH_RSS = "frss";

  /// By which our own attributes are known where no one declared a prefix.
  public static final String USUAL = "seguia";

  private static final String DECLARATION = "xmlns:";

  private static final Set<String> RESERVED = Set.of("xml", "xmlns");

  private Prefixes() {}

  /// The prefixes that stand for a namespace in an element.
  ///
  /// @param outer those that do so around it
  public static Set<String> of(String namespace, Element element, Set<String> outer) {
    var known = new HashSet<>(outer);
    for (var attribute : element.attributes()) {
      if (!attribute.name().startsWith(DECLARATION)) continue;
      var prefix = attribute.name().substring(DECLARATION.length());
      if (attribute.value().strip().equals(namespace)) known.add(prefix);
      else known.remove(prefix);
    }
    return known;
  }

  /// What the attributes with some prefixes say, by their names without these.
  public static Map<String, String> values(Element element, Set<String> prefixes) {
    var values = new LinkedHashMap<String, String>();
    for (var attribute : element.attributes()) {
      var colon = attribute.name().indexOf(':');
      if (colon > 0 && prefixes.contains(attribute.name().substring(0, colon)))
        values.put(attribute.name().substring(colon + 1), attribute.value().strip());
    }
    return values;
  }

  /// Whether our usual prefix is declared as something else, most likely by a slip.
  public static boolean isMisnamed(Element root) {
    return root.attributes().stream()
        .filter(attribute -> attribute.name().equals(DECLARATION + USUAL))
        .anyMatch(attribute -> !attribute.value().strip().equals(SEGUIA));
  }

  /// Whether an attribute may stand in a document, as far as namespaces go: a declaration must name
  /// one, and not touch the two prefixes that XML keeps for itself.
  static boolean isSound(Attribute attribute) {
    if (!attribute.name().startsWith(DECLARATION)) return true;
    var prefix = attribute.name().substring(DECLARATION.length());
    return !attribute.value().isBlank() && !RESERVED.contains(prefix);
  }

  /// The document with every prefix declared that its elements and attributes use, so that other
  /// programs can read what we write of it.
  static Element declared(Element root) {
    var missing = new LinkedHashSet<String>();
    collect(root, RESERVED, missing);
    if (missing.isEmpty()) return root;
    var attributes = new ArrayList<>(root.attributes());
    for (var prefix : missing) attributes.add(new Attribute(DECLARATION + prefix, meaning(prefix)));
    return new Element(root.name(), attributes, root.content(), root.line());
  }

  private static String meaning(String prefix) {
    return switch (prefix) {
      case USUAL -> SEGUIA;
      case USUAL_OF_FRESH_RSS -> FRESH_RSS;
      default -> SEGUIA + "/undeclared#" + prefix;
    };
  }

  private static void collect(Element element, Set<String> outer, Set<String> missing) {
    var known = new HashSet<>(outer);
    for (var attribute : element.attributes())
      if (attribute.name().startsWith(DECLARATION))
        known.add(attribute.name().substring(DECLARATION.length()));
    note(element.name(), known, missing);
    element.attributes().forEach(attribute -> note(attribute.name(), known, missing));
    element.children().forEach(child -> collect(child, known, missing));
  }

  private static void note(String name, Set<String> known, Set<String> missing) {
    var colon = name.indexOf(':');
    if (colon > 0 && !known.contains(name.substring(0, colon)))
      missing.add(name.substring(0, colon));
  }
}
