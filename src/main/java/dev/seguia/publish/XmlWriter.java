package dev.seguia.publish;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an XML document, one element per line; characters that XML cannot contain are left out.
///
/// Attributes come as names and values in turn; one with an empty value is left out.
final class XmlWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final XMLStreamWriter xml;
  private final Deque<String> open = new ArrayDeque<>();

  XmlWriter() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  XmlWriter start(String name, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      writeAttributes(attributes);
      open.push(name);
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  XmlWriter end() {
    try {
      open.pop();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /// An element without content.
  XmlWriter empty(String name, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeEmptyElement(name);
      writeAttributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /// An element with text in it, which may be empty.
  XmlWriter text(String name, String text, String... attributes) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      writeAttributes(attributes);
      xml.writeCharacters(ValidText.of(text));
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /// An element with text in it, or nothing where there is no text.
  XmlWriter optional(String name, String text, String... attributes) {
    return text.isBlank() ? this : text(name, text, attributes);
  }

  XmlWriter optional(String name, Optional<String> text) {
    return optional(name, text.orElse(""));
  }

  /// An element with a line of text whose `&` and `<` no reader takes for markup, however often it
  /// decodes (RSS Best Practices Profile, "Character Data").
  XmlWriter title(String name, String text) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement(name);
      for (var part : ValidText.line(text).splitWithDelimiters("[&<]", 0)) writePart(part);
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /// An element with a date of RFC 3339.
  XmlWriter date(String name, Instant date) {
    return text(name, date.toString());
  }

  byte[] finish() {
    try {
      while (!open.isEmpty()) end();
      xml.writeCharacters("\n");
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void writePart(String part) throws XMLStreamException {
    switch (part) {
      case "&" -> xml.writeEntityRef("#x26");
      case "<" -> xml.writeEntityRef("#x3C");
      default -> xml.writeCharacters(part);
    }
  }

  private void writeAttributes(String... attributes) throws XMLStreamException {
    for (var at = 0; at < attributes.length; at += 2) {
      var value = ValidText.line(attributes[at + 1]);
      if (!value.isEmpty()) xml.writeAttribute(attributes[at], value);
    }
  }

  private static IllegalStateException broken(XMLStreamException e) {
    return new IllegalStateException("writing to memory does not fail", e);
  }
}
