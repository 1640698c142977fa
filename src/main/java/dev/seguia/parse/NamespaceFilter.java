package dev.seguia.parse;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/// Passes only elements of known namespaces.
final class NamespaceFilter extends XMLFilterImpl {
  private @Nullable String root;

  /// The namespace that was named last, and its one spelling: most elements have that of the one
  /// before.
  private String lastPrefix = "";

  private String lastUri = "";
  private String lastName = "";

  @Override
  public void startDocument() throws SAXException {
    root = null;
    lastUri = "";
    lastName = "";
    super.startDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    // the elements carry their namespaces themselves
  }

  @Override
  public void endPrefixMapping(String prefix) {
    // none was begun
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    if (root == null) root = uri;
    super.startElement(name(uri, qName), localName, localName, known(attributes));
  }

  private String name(String uri, String qName) {
    if (uri.isEmpty()) return "";
    var prefix = prefix(qName);
    if (!uri.equals(lastUri) || !prefix.equals(lastPrefix)) {
      lastName = FeedNamespace.spelling(prefix, uri, root == null ? "" : root).getURI();
      lastUri = uri;
      lastPrefix = prefix;
    }
    return lastName;
  }

  private static Attributes known(Attributes all) {
    if (hasNoPrefix(all)) return all;
    var known = new AttributesImpl();
    for (var i = 0; i < all.getLength(); i++) {
      var name = FeedNamespace.ofAttribute(prefix(all.getQName(i)), all.getURI(i));
      if (name.isEmpty()) continue;
      var local = all.getLocalName(i);
      var prefix = name.get().getPrefix();
      var qName = prefix.isEmpty() ? local : prefix + ":" + local;
      known.addAttribute(name.get().getURI(), local, qName, all.getType(i), all.getValue(i));
    }
    return known;
  }

  private static boolean hasNoPrefix(Attributes attributes) {
    for (var i = 0; i < attributes.getLength(); i++)
      if (attributes.getQName(i).indexOf(':') >= 0) return false;
    return true;
  }

  private static String prefix(String qName) {
    var colon = qName.indexOf(':');
    return colon < 0 ? "" : qName.substring(0, colon);
  }
}
