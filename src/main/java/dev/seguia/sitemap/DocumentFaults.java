package dev.seguia.sitemap;

import dev.seguia.text.Truncation;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// Describes an XML error on one line.
final class DocumentFaults {
  private static final int LONGEST = 200;

  /// The JDK puts the place before this word, in its own way.
  private static final String MESSAGE = "Message:";

  private DocumentFaults() {}

  /// With the place, where it is one of the document itself.
  static String words(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException unreadable) return words(unreadable);
    var text = String.valueOf(e.getMessage());
    var message = text.substring(text.indexOf(MESSAGE) < 0 ? 0 : text.indexOf(MESSAGE));
    var place = e.getLocation();
    return oneLine(
        place == null
            ? message
            : "line %d, column %d: %s"
                .formatted(
                    place.getLineNumber(),
                    place.getColumnNumber(),
                    message.replaceFirst(MESSAGE, "").strip()));
  }

  static String words(IOException e) {
    return oneLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static String oneLine(String message) {
    var line = message.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    return Truncation.shortened(line, LONGEST, "...");
  }
}
