package dev.seguia.parse;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// The XML namespaces used in feeds. A namespace is recognised by its URI in any spelling, or else
/// by its usual prefix.
enum FeedNamespace {
  RSS(
      "",
      "",
      "http://purl.org/rss/1.0",
      "http://purl.org/net/rss1.1",
      "http://my.netscape.com/rdf/simple/0.9",
      "http://channel.netscape.com/rdf/simple/0.9",
      "http://blogs.law.harvard.edu/tech/rss",
      "http://www.rssboard.org/rss-specification",
      "http://cyber.law.harvard.edu/rss/rss.html",
      "http://my.netscape.com/publish/formats/rss-0.91.dtd"),
  ATOM("atom", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns", "http://purl.org/atom"),
  DC(
      "dc",
      "http://purl.org/dc/elements/1.1",
      "http://purl.org/dc/elements/1.0",
      "http://purl.org/dc"),
  DCTERMS("dcterms", "http://purl.org/dc/terms"),
  CONTENT("content", "http://purl.org/rss/1.0/modules/content"),
  MEDIA(
      "media",
      "http://search.yahoo.com/mrss",
      "http://video.search.yahoo.com/mrss",
      "http://tools.search.yahoo.com/mrss",
      "http://search.yahoo.com/rss",
      "http://www.rssboard.org/media-rss"),
  ITUNES(
      "itunes",
      "http://www.itunes.com/dtds/podcast-1.0.dtd",
      "http://www.itunes.com/dtds/podcast-1.0"),
  XHTML("xhtml", "http://www.w3.org/1999/xhtml"),
  RDF("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns"),
  SYNDICATION("sy", "http://purl.org/rss/1.0/modules/syndication"),
  FEEDBURNER("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
  PHEEDO("pheedo", "http://www.pheedo.com/namespace/pheedo"),
  OTHER("urn:none", "urn:none");

  private static final Map<String, FeedNamespace> BY_NAME = new HashMap<>();
  private static final Map<String, FeedNamespace> BY_PREFIX = new HashMap<>();
  private static final Map<String, String> SPELLINGS = new HashMap<>();
  static final Namespace RDF_ATTRIBUTES =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  private static final String USERLAND = "http://backend.userland.com/";

  static {
    for (var vocabulary : values()) {
      BY_PREFIX.put(vocabulary.prefix, vocabulary);
      for (var name : vocabulary.names.split(" ", -1)) {
        BY_NAME.put(key(name), vocabulary);
        if (!name.isEmpty()) SPELLINGS.put(key(name), name);
      }
    }
    BY_PREFIX.put("rss", RSS);
    BY_PREFIX.put("atom10", ATOM);
    BY_PREFIX.put("atom03", ATOM);
    BY_PREFIX.put("dct", DCTERMS);
  }

  private final String prefix;

  /// Separated by blanks, as an enum holds nothing that could change.
  private final String names;

  FeedNamespace(String prefix, String... names) {
    this.prefix = prefix;
    this.names = String.join(" ", names);
  }

  /// The name under which Rome knows it.
  Namespace namespace() {
    return switch (this) {
      case DC -> Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
      case CONTENT -> Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
      case ATOM -> Namespace.getNamespace("http://www.w3.org/2005/Atom");
      default -> Namespace.NO_NAMESPACE;
    };
  }

  /// The vocabulary that a prefix stands for by habit, for documents that forget to declare it.
  static Optional<String> nameOfPrefix(String prefix) {
    if (prefix.isEmpty()) return Optional.empty();
    var vocabulary = BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
    return Optional.ofNullable(vocabulary).map(known -> known.names.strip().split(" ", 2)[0]);
  }

  /// The one spelling of a namespace that is kept while a document is read. Whoever makes up
  /// namespaces gets none: the library that holds the tree never forgets one.
  ///
  /// @param root the name of the namespace of the document's root, which is that of its format
  static Namespace spelling(String prefix, String name, String root) {
    if (name.isEmpty()) return Namespace.NO_NAMESPACE;
    var listed = SPELLINGS.get(key(name));
    if (listed != null) return Namespace.getNamespace(listed);
    if (name.startsWith(USERLAND)) return Namespace.getNamespace(USERLAND);
    if (name.equals(root)) return Namespace.getNamespace("urn:root");
    return Namespace.getNamespace(nameOfPrefix(prefix).orElse("urn:other"));
  }

  /// The namespace of an attribute, if it is one that we read attributes of.
  static Optional<Namespace> ofAttribute(String prefix, String name) {
    if (prefix.isEmpty()) return Optional.of(Namespace.NO_NAMESPACE);
    if (prefix.equalsIgnoreCase("xml")) return Optional.of(Namespace.XML_NAMESPACE);
    return name.equals(RDF_ATTRIBUTES.getURI()) ? Optional.of(RDF_ATTRIBUTES) : Optional.empty();
  }

  /// Determines the namespaces of one document's elements, with a cache.
  static final class Reader {
    private final IdentityHashMap<Namespace, FeedNamespace> seen = new IdentityHashMap<>();

    /// @param root whose own namespace, however it is spelt, is that of the format
    Reader(Element root, FeedNamespace format) {
      seen.put(root.getNamespace(), format);
    }

    FeedNamespace of(Element element) {
      return seen.computeIfAbsent(element.getNamespace(), FeedNamespace::of);
    }
  }

  private static FeedNamespace of(Namespace namespace) {
    var known = BY_NAME.get(key(namespace.getURI()));
    if (known != null) return known;
    return namespace.getURI().startsWith(USERLAND) ? RSS : OTHER;
  }

  private static String key(String name) {
    var end = name.length();
    while (end > 0 && "/#".indexOf(name.charAt(end - 1)) >= 0) end--;
    var key = name.substring(0, end).strip().toLowerCase(Locale.ROOT);
    return key.startsWith("https:") ? "http:" + key.substring(6) : key;
  }
}
