package dev.seguia.parse;

import dev.seguia.feed.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// Converts Atom (0.3, 1.0, and without its namespace) to what Rome's parser of Atom 1.0 reads
/// correctly: its names, absolute links, flattened texts, and no foreign elements.
final class AtomTidy {
  private static final Namespace ATOM = FeedNamespace.ATOM.namespace();

  private final FeedNamespace.Reader vocabularies;
  private final List<ElementFacts> entryNotes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Element feed = new Element("feed", ATOM);
  private int entries;

  private AtomTidy(Element root) {
    vocabularies = new FeedNamespace.Reader(root, FeedNamespace.ATOM);
  }

  static Tidied tidy(Element root, URI location) {
    return new AtomTidy(root).run(root, location);
  }

  private Tidied run(Element root, URI location) {
    var notes = new ElementFacts(location);
    if (root.getName().equalsIgnoreCase("entry")) entry(root, location);
    else fill(root, feed, notes);
    if (entries > ParseLimits.ENTRIES)
      warnings.add(
          entries + " entries: those after the first " + ParseLimits.ENTRIES + " were left out");
    return new Tidied(new Document(feed), format(root), notes, entryNotes, warnings);
  }

  private void entry(Element from, URI outer) {
    if (++entries > ParseLimits.ENTRIES) return;
    var notes = new ElementFacts(outer);
    var entry = new Element("entry", ATOM);
    fill(from, entry, notes);
    feed.addContent(entry);
    entryNotes.add(notes);
  }

  private void fill(Element from, Element to, ElementFacts notes) {
    notes.base(LinkResolver.base(from, notes.base()));
    notes.note(ElementFacts.Fact.LANGUAGE, from.getAttributeValue("lang", Namespace.XML_NAMESPACE));
    var extensions = new Extensions(notes);
    for (var content : from.getContent()) {
      if (!(content instanceof Element child)) continue;
      var vocabulary = vocabularies.of(child);
      if (vocabulary == FeedNamespace.ATOM || vocabulary == FeedNamespace.RSS)
        own(child, to, notes);
      else if (!dublinCore(vocabulary, child, to)) extensions.read(vocabulary, child);
    }
    extensions.finish();
  }

  private static boolean dublinCore(FeedNamespace vocabulary, Element element, Element to) {
    if (vocabulary != FeedNamespace.DC || to.getContentSize() > 300) return false;
    var name = element.getName().toLowerCase(Locale.ROOT);
    if (!name.equals("creator") && !name.equals("subject")) return false;
    to.addContent(new Element(name, FeedNamespace.DC.namespace()).setText(element.getValue()));
    return true;
  }

  private void own(Element element, Element to, ElementFacts notes) {
    switch (element.getName().toLowerCase(Locale.ROOT)) {
      case "entry" -> entry(element, notes.base());
      case "title" -> keep("title", element, to, notes);
      case "summary" -> keep("summary", element, to, notes);
      case "subtitle", "tagline" -> keep("subtitle", element, to, notes);
      case "content" -> content(element, to, notes);
      case "rights", "copyright" -> rights(element, notes);
      case "id" -> single("id", element.getText().strip(), to);
      case "logo", "icon" -> notes.image(element.getText());
      case "link" -> {
        var relation = element.getAttributeValue("rel", "alternate");
        notes.older(relation.strip(), element.getAttributeValue("href"));
        if (notes.takesLink()) to.addContent(link(element, notes));
      }
      case "author" -> {
        if (notes.takesAuthor())
          AtomPerson.of(element, notes.base())
              .ifPresent(person -> to.addContent(AtomPerson.author(person)));
      }
      case "category" -> category(element, to);
      case "published", "issued", "created", "pubdate" -> notes.published(element.getText());
      case "updated", "modified" -> notes.updated(element.getText());
      case "source" -> source(element, to, notes);
      default -> {
        // contributor, generator, control: not published
      }
    }
  }

  private static void keep(String name, Element element, Element to, ElementFacts notes) {
    var text = AtomText.of(element, notes.base());
    var known = to.getChild(name, ATOM);
    if (known != null && !known.getText().isBlank()) return;
    if (known != null) known.detach();
    if (name.equals("summary")) notes.base(LinkResolver.base(element, notes.base()));
    to.addContent(kept(name, text));
  }

  private static Element kept(String name, Text text) {
    return new Element(name, ATOM)
        .setAttribute("type", text.kind() == Text.Kind.HTML ? "html" : "text")
        .setText(text.value());
  }

  /// Content may lie elsewhere (RFC 4287 section 4.1.3.2): then there is a link, and no text.
  private static void content(Element element, Element to, ElementFacts notes) {
    var away = element.getAttributeValue("src");
    var type = element.getAttributeValue("type", "");
    if (away != null && type.matches("(?i)(?:audio|video|image)/.*"))
      notes.enclosure(away, type, null);
    else if (away != null) notes.link(ElementFacts.Fact.LINK, away);
    var text = AtomText.of(element, notes.base());
    if (text.isBlank()) return;
    notes.base(LinkResolver.base(element, notes.base()));
    var known = to.getChild("content", ATOM);
    if (known != null && (known.getText().length() >= text.value().length() || !isHtml(text)))
      return;
    if (known != null) known.detach();
    to.addContent(kept("content", text));
  }

  private static boolean isHtml(Text text) {
    return text.kind() == Text.Kind.HTML;
  }

  private static void rights(Element element, ElementFacts notes) {
    var text = AtomText.of(element, notes.base());
    if (isHtml(text)) notes.markup("rights");
    notes.note(ElementFacts.Fact.RIGHTS, text.value());
  }

  private static void single(String name, String text, Element to) {
    if (!text.isEmpty() && to.getChild(name, ATOM) == null)
      to.addContent(new Element(name, ATOM).setText(text));
  }

  private static Element link(Element element, ElementFacts notes) {
    var link = new Element("link", ATOM);
    var rel = element.getAttributeValue("rel", "alternate").strip().toLowerCase(Locale.ROOT);
    link.setAttribute("rel", rel.substring(rel.lastIndexOf('/') + 1));
    var href = element.getAttributeValue("href", element.getText());
    link.setAttribute(
        "href", LinkResolver.resolve(LinkResolver.base(element, notes.base()), href).orElse(""));
    link.setAttribute("type", element.getAttributeValue("type", ""));
    link.setAttribute("hreflang", element.getAttributeValue("hreflang", ""));
    Numbers.positive(element.getAttributeValue("length"))
        .ifPresent(length -> link.setAttribute("length", String.valueOf(length)));
    return link;
  }

  private static void category(Element element, Element to) {
    if (to.getContentSize() > 100 + ParseLimits.CATEGORIES) return;
    var term = element.getAttributeValue("term", element.getText()).strip();
    var label = element.getAttributeValue("label", "").strip();
    if (term.isEmpty() && label.isEmpty()) return;
    to.addContent(
        new Element("category", ATOM).setAttribute("term", term).setAttribute("label", label));
  }

  /// The feed that the entry was taken from; its authors stand for those that the entry lacks (RFC
  /// 4287 section 4.2.1).
  private static void source(Element from, Element to, ElementFacts notes) {
    var source = new Element("source", ATOM);
    var inner = new ElementFacts(LinkResolver.base(from, notes.base()));
    for (var child : from.getChildren())
      switch (child.getName().toLowerCase(Locale.ROOT)) {
        case "id" -> single("id", child.getText().strip(), source);
        case "title" -> keep("title", child, source, inner);
        case "link" -> {
          if (inner.takesLink()) source.addContent(link(child, inner));
        }
        case "author" -> notes.secondAuthor(AtomPerson.of(child, inner.base()));
        default -> {
          // the rest belongs to that feed
        }
      }
    if (!source.getChildren().isEmpty() && to.getChild("source", ATOM) == null)
      to.addContent(source);
  }

  private static String format(Element root) {
    var old =
        root.getNamespaceURI().contains("purl.org/atom")
            || root.getAttributeValue("version", "").startsWith("0.");
    return old ? "atom 0.3" : "atom 1.0";
  }
}
