package dev.seguia.parse;

import dev.seguia.xml.XmlParsers;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.IllegalNameException;
import org.jdom2.JDOMException;
import org.jdom2.UncheckedJDOMFactory;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// Parses well-formed XML, the fast path for most documents.
final class StrictXml {
  private static final Pattern XML_1_1 =
      Pattern.compile("\\s*<\\?xml\\s+version\\s*=\\s*[\"']1\\.(1)[\"']");

  private StrictXml() {}

  static Document parse(String text) throws JDOMException {
    var builder = new SAXBuilder(READERS);
    builder.setJDOMFactory(new UncheckedJDOMFactory());
    builder.setIgnoringBoundaryWhitespace(false);
    builder.setXMLFilter(new NamespaceFilter());
    try {
      return builder.build(new StringReader(asVersion10(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalNameException e) {
      throw new JDOMException(e.getMessage(), e);
    }
  }

  /// XML 1.1 is read as 1.0: all that it allows beyond are control characters, which no tree of
  /// ours and no document that we publish may hold.
  private static String asVersion10(String text) {
    var declaration = XML_1_1.matcher(text);
    if (!declaration.lookingAt()) return text;
    return text.substring(0, declaration.start(1)) + "0" + text.substring(declaration.end(1));
  }

  private static final XMLReaderJDOMFactory READERS =
      new XMLReaderJDOMFactory() {
        @Override
        public XMLReader createXMLReader() throws JDOMException {
          try {
            return newReader();
          } catch (ParserConfigurationException | SAXException e) {
            throw new JDOMException("no XML parser", e);
          }
        }

        @Override
        public boolean isValidating() {
          return false;
        }
      };

  /// One for all: it makes a whole parser to try each feature that it is told. Not safe for use by
  /// many threads, see [#newParser()].
  private static final SAXParserFactory FACTORY = XmlParsers.sax();

  private static SAXParser newParser() throws ParserConfigurationException, SAXException {
    synchronized (FACTORY) {
      return FACTORY.newSAXParser();
    }
  }

  private static XMLReader newReader() throws ParserConfigurationException, SAXException {
    var reader = newParser().getXMLReader();
    reader.setProperty("jdk.xml.maxElementDepth", String.valueOf(ParseLimits.DEPTH));
    // Without a document type there is nothing to expand: these would count `&lt;` in long texts.
    reader.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    reader.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    reader.setErrorHandler(new DefaultHandler());
    return reader;
  }
}
