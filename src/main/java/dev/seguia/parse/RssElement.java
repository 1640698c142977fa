package dev.seguia.parse;

import dev.seguia.url.Url;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Copies single elements to the tree for Rome: under the name that it knows, as plain text, and
/// without attributes that make it fail.
final class RssElement {
  private RssElement() {}

  /// Moves an element of the format over, under the name that Rome knows, as plain text.
  static void keep(Element element, String name, ElementFacts notes, Element to) {
    var text = flat(element, name, notes);
    var kept = new Element(name).setText(text);
    switch (name) {
      case "link" -> {
        if (text.isBlank()) text = element.getAttributeValue("href", "");
        var link =
            LinkResolver.resolve(LinkResolver.base(element, notes.base()), text).filter(Url::isWeb);
        if (link.isEmpty()) return;
        if (to.getChild("link") != null) {
          notes.link(ElementFacts.Fact.LINK, link.get());
          return;
        }
        kept.setText(link.get());
      }
      case "guid" -> {
        if (text.isBlank() || to.getChild("guid") != null) return;
        kept.setAttribute(
            "isPermaLink",
            String.valueOf(!"false".equalsIgnoreCase(attribute(element, "isPermaLink"))));
      }
      case "source" -> {
        var url = attribute(element, "url");
        if (url != null)
          kept.setAttribute("url", LinkResolver.resolve(notes.base(), url).orElse(""));
      }
      default -> {
        if (text.isBlank() && !name.equals("description") && !name.equals("title")) return;
        var known = to.getChild(name);
        if (known != null && !name.equals("category")) {
          if (name.equals("author")) notes.author(PersonLine.of(text));
          if (!known.getText().isBlank()) return;
          known.detach();
        }
      }
    }
    to.addContent(kept);
  }

  static String flat(Element element, String name, ElementFacts notes) {
    if (!InlineMarkup.isIn(element)) return element.getText();
    notes.markup(name);
    return InlineMarkup.inside(element, LinkResolver.base(element, notes.base()));
  }

  static Optional<String> match(Element element, Set<String> names) {
    if (names.contains(element.getName())) return Optional.of(element.getName());
    return names.stream().filter(element.getName()::equalsIgnoreCase).findFirst();
  }

  static @Nullable String attribute(Element element, String name) {
    for (var attribute : element.getAttributes())
      if (attribute.getName().equalsIgnoreCase(name)) return attribute.getValue();
    return null;
  }

  static void category(Element element, ElementFacts notes, Element to) {
    if (to.getContentSize() < 50 + ParseLimits.CATEGORIES) keep(element, "category", notes, to);
  }

  static void content(Element element, ElementFacts notes, Element item) {
    var text = flat(element, "encoded", notes);
    item.addContent(new Element("encoded", FeedNamespace.CONTENT.namespace()).setText(text));
  }

  /// Rome's own module reads who and what about; the dates of Dublin Core are ours.
  static boolean dublinCore(FeedNamespace vocabulary, Element element, Element to) {
    if (vocabulary != FeedNamespace.DC) return false;
    var name = element.getName().toLowerCase(Locale.ROOT);
    if (!name.equals("creator") && !name.equals("subject")) return false;
    if (to.getContentSize() < 100 + ParseLimits.CATEGORIES)
      to.addContent(new Element(name, FeedNamespace.DC.namespace()).setText(element.getValue()));
    return true;
  }
}
