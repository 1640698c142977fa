package dev.seguia.opml;

import dev.seguia.xml.XmlErrors;
import dev.seguia.xml.XmlParsers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/// Parses well-formed XML, with the line of each element.
final class StrictReader extends DefaultHandler2 {
  private final TreeBuilder tree;
  private Optional<Locator> locator = Optional.empty();

  /// Where the last piece of the document ended, which is where the next one begins.
  private int line = 1;

  private StrictReader(TreeBuilder tree) {
    this.tree = tree;
  }

  /// Why a document is not well-formed.
  record Refusal(int line, String reason) {}

  /// Reads all of the document, unless there is something in the way.
  static Optional<Refusal> read(byte[] bytes, TreeBuilder tree) {
    try {
      var factory = XmlParsers.sax();
      factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
      var parser = factory.newSAXParser();
      parser.setProperty("jdk.xml.maxElementDepth", "0"); // the tree has a bound of its own
      var handler = new StrictReader(tree);
      parser.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
      parser.parse(new InputSource(new ByteArrayInputStream(bytes)), handler);
      return Optional.empty();
    } catch (SAXParseException e) {
      return Optional.of(new Refusal(Math.max(0, e.getLineNumber()), XmlErrors.reason(e)));
    } catch (SAXException | IOException e) {
      return Optional.of(new Refusal(0, XmlErrors.reason(e))); // as for bytes that are not UTF-8
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java runtime has an XML parser", e);
    }
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = Optional.of(locator);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    var read = new ArrayList<Attribute>();
    for (var i = 0; i < attributes.getLength(); i++)
      read.add(attribute(attributes.getQName(i), attributes.getValue(i)));
    if (!XmlNames.isName(name)) throw new SAXException("invalid element name: " + name);
    tree.start(name, List.copyOf(read), line);
    advance();
  }

  private static Attribute attribute(String name, String value) throws SAXException {
    if (!XmlNames.isName(name)) throw new SAXException("invalid attribute name: " + name);
    return new Attribute(name, value);
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    tree.end(name);
    advance();
  }

  @Override
  public void characters(char[] text, int start, int length) {
    tree.characters(new String(text, start, length));
    advance();
  }

  @Override
  public void comment(char[] text, int start, int length) {
    advance();
  }

  @Override
  public void processingInstruction(String target, String text) {
    advance();
  }

  /// Overridden since the parser would write to standard error.
  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw e;
  }

  private void advance() {
    line = locator.map(Locator::getLineNumber).orElse(0);
  }
}
