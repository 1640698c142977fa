package dev.seguia.parse;

import dev.seguia.feed.ImageUrl;
import dev.seguia.text.Truncation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// Converts all RSS versions (0.90 to 2.0, 1.0 in RDF, 1.1, CDF, and unknown versions) to the one
/// form that Rome's parser of RSS 2.0 reads best: `rss/channel/item`, no namespace on the format's
/// own elements, each of them plain text, and no element that makes it fail.
final class RssTidy {
  private static final Set<String> CHANNEL =
      Set.of(
          "title",
          "link",
          "description",
          "language",
          "copyright",
          "managingEditor",
          "webMaster",
          "category",
          "image");
  private static final Set<String> ITEM =
      Set.of(
          "title",
          "link",
          "description",
          "author",
          "category",
          "comments",
          "enclosure",
          "guid",
          "source");
  private static final Set<String> IMAGE = Set.of("url", "title", "link");

  private final FeedNamespace.Reader vocabularies;
  private final List<ElementFacts> entryNotes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Element channel = new Element("channel");

  private RssTidy(Element root) {
    vocabularies =
        new FeedNamespace.Reader(
            root, root.getName().equalsIgnoreCase("rdf") ? FeedNamespace.RDF : FeedNamespace.RSS);
  }

  static Tidied tidy(Element root, URI location) {
    return new RssTidy(root).run(root, location);
  }

  private Tidied run(Element root, URI location) {
    var feedNotes = new ElementFacts(location);
    feedNotes.base(LinkResolver.base(root, location));
    feedNotes.note(
        ElementFacts.Fact.LANGUAGE, root.getAttributeValue("lang", Namespace.XML_NAMESPACE));
    var extensions = new Extensions(feedNotes);
    var items = new ArrayList<Element>();
    var isChannel = root.getName().equalsIgnoreCase("channel");
    if (isChannel) header(root, feedNotes, extensions, items);
    else
      for (var child : List.copyOf(root.getChildren())) {
        if (is(child, "channel")) header(child, feedNotes, extensions, items);
        else if (is(child, "item")) items.add(child);
        else if (is(child, "items")) gather(child, items);
        else if (is(child, "image")) headerElement(child, feedNotes);
      }
    extensions.finish();
    if (items.size() > ParseLimits.ENTRIES)
      warnings.add(
          items.size()
              + " entries: those after the first "
              + ParseLimits.ENTRIES
              + " were left out");
    items.stream().limit(ParseLimits.ENTRIES).forEach(item -> entry(item, feedNotes.base()));
    var rss = new Element("rss").setAttribute("version", "2.0").addContent(channel);
    return new Tidied(new Document(rss), format(root), feedNotes, entryNotes, warnings);
  }

  private boolean is(Element element, String name) {
    return element.getName().equalsIgnoreCase(name)
        && vocabularies.of(element) == FeedNamespace.RSS;
  }

  private void gather(Element list, List<Element> items) {
    for (var child : list.getChildren()) if (is(child, "item")) items.add(child);
  }

  private void header(
      Element from, ElementFacts notes, Extensions extensions, List<Element> items) {
    notes.base(LinkResolver.base(from, notes.base()));
    notes.note(ElementFacts.Fact.LANGUAGE, from.getAttributeValue("lang", Namespace.XML_NAMESPACE));
    if (from.getAttribute("HREF") != null)
      notes.link(ElementFacts.Fact.LINK, from.getAttributeValue("HREF"));
    for (var child : List.copyOf(from.getChildren())) {
      var vocabulary = vocabularies.of(child);
      if (is(child, "item")) items.add(child);
      else if (is(child, "items")) gather(child, items);
      else if (vocabulary == FeedNamespace.RSS) headerElement(child, notes);
      else if (!RssElement.dublinCore(vocabulary, child, channel))
        extensions.read(vocabulary, child);
    }
  }

  private void headerElement(Element element, ElementFacts notes) {
    switch (element.getName().toLowerCase(Locale.ROOT)) {
      case "lastbuilddate", "date", "updated" -> notes.updated(element.getText());
      case "pubdate" -> notes.published(element.getText());
      case "ttl" -> notes.rhythm().ttlInMinutes(element.getText());
      case "skiphours" -> notes.rhythm().skipHours(element);
      case "skipdays" -> notes.rhythm().skipDays(element);
      case "image" -> image(element, notes);
      case "abstract" -> RssElement.keep(element, "description", notes, channel);
      case "author" -> notes.author(PersonLine.of(element.getValue()));
      case "logo" -> notes.image(element.getAttributeValue("HREF"));
      case "category" -> RssElement.category(element, notes, channel);
      default ->
          RssElement.match(element, CHANNEL)
              .ifPresent(name -> RssElement.keep(element, name, notes, channel));
    }
  }

  /// Width and height are left out: Rome gives up the feed if they are no numbers.
  private void image(Element element, ElementFacts notes) {
    var image = new Element("image");
    for (var child : List.copyOf(element.getChildren()))
      RssElement.match(child, IMAGE).ifPresent(name -> RssElement.keep(child, name, notes, image));
    var url =
        LinkResolver.resolve(
            notes.base(), image.getChildText("url") == null ? "" : image.getChildText("url"));
    if (url.filter(ImageUrl::isReal).isPresent() && channel.getChild("image") == null)
      channel.addContent(image);
    else {
      notes.image(element.getAttributeValue("href"));
      notes.image(element.getText());
    }
  }

  private void entry(Element from, URI outer) {
    var notes = new ElementFacts(outer);
    notes.base(LinkResolver.base(from, outer));
    notes.note(ElementFacts.Fact.LANGUAGE, from.getAttributeValue("lang", Namespace.XML_NAMESPACE));
    notes.note(ElementFacts.Fact.ID, from.getAttributeValue("about", FeedNamespace.RDF_ATTRIBUTES));
    notes.link(ElementFacts.Fact.LINK, from.getAttributeValue("HREF"));
    notes.updated(from.getAttributeValue("LASTMOD", ""));
    var extensions = new Extensions(notes);
    var item = new Element("item");
    for (var content : from.getContent()) {
      if (!(content instanceof Element child)) continue;
      var vocabulary = vocabularies.of(child);
      if (vocabulary == FeedNamespace.RSS) entryElement(child, notes, item);
      else if (vocabulary == FeedNamespace.CONTENT && child.getName().equals("encoded"))
        RssElement.content(child, notes, item);
      else if (!RssElement.dublinCore(vocabulary, child, item)) extensions.read(vocabulary, child);
    }
    channel.addContent(item);
    entryNotes.add(notes);
  }

  private void entryElement(Element element, ElementFacts notes, Element item) {
    switch (element.getName().toLowerCase(Locale.ROOT)) {
      case "pubdate",
          "date",
          "published",
          "issued",
          "created",
          "datepublished",
          "publicationdate" ->
          notes.published(element.getText());
      case "updated", "modified", "lastmod", "lastbuilddate", "datemodified" ->
          notes.updated(element.getText());
      case "content", "body", "fullitem", "content:encoded" ->
          notes.text(
              ElementFacts.Words.CONTENT,
              dev.seguia.feed.Text.unknown(RssElement.flat(element, "content", notes)));
      case "abstract", "summary" -> RssElement.keep(element, "description", notes, item);
      case "image", "thumbnail" -> picture(element, notes);
      case "enclosure" ->
          notes.enclosure(
              RssElement.attribute(element, "url"),
              RssElement.attribute(element, "type"),
              RssElement.attribute(element, "length"));
      case "category" -> RssElement.category(element, notes, item);
      default ->
          RssElement.match(element, ITEM)
              .ifPresent(name -> RssElement.keep(element, name, notes, item));
    }
  }

  private static void picture(Element element, ElementFacts notes) {
    for (var child : element.getChildren())
      if (child.getName().equalsIgnoreCase("url")) notes.image(child.getText());
    notes.image(element.getAttributeValue("url"));
    notes.image(element.getAttributeValue("href"));
    notes.image(element.getText());
  }

  private static String format(Element root) {
    var namespace = root.getNamespaceURI();
    if (root.getName().equalsIgnoreCase("rdf"))
      return root.getChildren().stream()
              .anyMatch(child -> child.getNamespaceURI().contains("netscape"))
          ? "rss 0.90"
          : "rss 1.0";
    if (namespace.contains("rss1.1")) return "rss 1.1";
    if (root.getName().equalsIgnoreCase("channel")) return "cdf";
    var version = RssElement.attribute(root, "version");
    return ("rss " + Truncation.head(version == null ? "" : version.strip(), 10)).strip();
  }
}
