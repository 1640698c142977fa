package dev.seguia.sitemap;

import dev.seguia.url.Url;
import dev.seguia.xml.XmlErrors;
import dev.seguia.xml.XmlParsers;
import java.io.Reader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Parses one XML sitemap. Elements are recognised by their position and their local names:
/// sitemaps bind namespaces in any way, or none.
final class SitemapXml {
  /// Limit: levels of elements in a sitemap; more are a failure.
  private static final int DEEPEST = 50;

  private static final int DEEPEST_UNIT = 3;
  private static final int LONGEST_TEXT = 8_000;

  /// What an entry is called below each root.
  private static final Map<String, String> UNITS =
      Map.of(
          "urlset",
          "url",
          "sitemapindex",
          "sitemap",
          "rss",
          "item",
          "rdf",
          "item",
          "feed",
          "entry");

  private static final Set<String> FIELDS =
      Set.of(
          "loc",
          "lastmod",
          "news/title",
          "news/publication/name",
          "news/publication/language",
          "news/publication_date",
          "news/keywords",
          "image/loc",
          "link",
          "title",
          "pubdate",
          "published",
          "date",
          "updated");

  /// Those that mean nothing by another prefix than that of their entry.
  private static final Set<String> OWN = Set.of("loc", "lastmod", "link", "title");

  private final PageList pages;
  private final List<String> path = new ArrayList<>();
  private final Map<String, String> fields = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private String root = "";
  private String unitPrefix = "";
  private int unitDepth;
  private boolean full;
  private String fault = "";

  private SitemapXml(URI location) {
    pages = new PageList(location);
  }

  static SitemapResult read(URI location, Reader text) {
    var document = new SitemapXml(location);
    document.read(text);
    return document.result();
  }

  private void read(Reader characters) {
    try {
      var reader = XmlParsers.streams().createXMLStreamReader(characters);
      while (!full && fault.isEmpty() && reader.hasNext()) take(reader, reader.next());
      reader.close();
    } catch (XMLStreamException e) {
      fault = XmlErrors.reason(e);
    }
  }

  private void take(XMLStreamReader reader, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        if (unitDepth > 0 && text.length() < LONGEST_TEXT)
          text.append(
              reader.getTextCharacters(),
              reader.getTextStart(),
              Math.min(reader.getTextLength(), LONGEST_TEXT - text.length()));
      }
      default -> {}
    }
  }

  private void start(XMLStreamReader reader) {
    var name = reader.getLocalName();
    var colon = name.lastIndexOf(':');
    var prefix = colon < 0 ? "" : name.substring(0, colon);
    var local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
    path.add(local);
    text.setLength(0);
    if (path.size() > DEEPEST) fault = "its elements are nested more than " + DEEPEST + " deep";
    if (path.size() == 1) begin(local);
    if (unitDepth > 0) startWithin(reader, prefix, local);
    else if (local.equals(UNITS.get(root)) && path.size() <= DEEPEST_UNIT) {
      unitDepth = path.size();
      unitPrefix = prefix;
      fields.clear();
    }
  }

  private void startWithin(XMLStreamReader reader, String prefix, String local) {
    if (path.size() != unitDepth + 1) return;
    // `image:loc` is not the page's `loc`, nor `media:title` its title.
    if (!prefix.equals(unitPrefix) && OWN.contains(local))
      path.set(unitDepth, prefix + ":" + local);
    else if (isLink(reader, local)) fields.putIfAbsent("link", attribute(reader, "href"));
  }

  private void begin(String local) {
    root = local;
    if (!UNITS.containsKey(root))
      fault = root.equals("html") ? "this is a web page" : "this is no sitemap, but <" + root + ">";
  }

  private boolean isLink(XMLStreamReader reader, String local) {
    if (!root.equals("feed") || !local.equals("link")) return false;
    var relation = attribute(reader, "rel");
    return relation.isEmpty() || relation.equals("alternate");
  }

  private static String attribute(XMLStreamReader reader, String name) {
    for (var i = 0; i < reader.getAttributeCount(); i++)
      if (reader.getAttributeLocalName(i).equals(name)) return reader.getAttributeValue(i).strip();
    return "";
  }

  private void end() {
    if (unitDepth > 0 && path.size() > unitDepth) {
      var field = String.join("/", path.subList(unitDepth, path.size()));
      if (FIELDS.contains(field) && !text.toString().isBlank())
        fields.putIfAbsent(field, text.toString());
    } else if (unitDepth == path.size()) {
      unitDepth = 0;
      // Some leave `loc` out, and write the address into the entry itself.
      if (Url.isWeb(text.toString().strip())) fields.putIfAbsent("loc", text.toString());
      full = root.equals("sitemapindex") ? !pages.addSitemap(fields) : !pages.add(fields);
    }
    path.removeLast();
    text.setLength(0);
  }

  private SitemapResult result() {
    var whole = !full && fault.isEmpty();
    if (pages.isEmpty() && !whole) return new SitemapResult.Unreadable(fault);
    return root.equals("sitemapindex")
        ? pages.index(whole)
        : new SitemapResult.Pages(pages.feed(whole));
  }
}
