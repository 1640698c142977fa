package dev.seguia.xml;

import dev.seguia.text.Truncation;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// Describes the errors of XML parsers on one line, without the parser's own decoration.
public final class XmlErrors {
  private static final int LONGEST = 300;

  /// The number that the JDK gives its messages.
  private static final Pattern CODE = Pattern.compile("JAXP\\d+: ");

  /// The JDK puts the place of an error before this word, in its own way.
  private static final String MESSAGE = "Message:";

  private XmlErrors() {}

  /// What is wrong, with the line and column if the document itself is.
  public static String reason(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException unreadable) return reason(unreadable);
    var text = String.valueOf(e.getMessage());
    var message = oneLine(text.substring(Math.max(0, text.indexOf(MESSAGE))).replace(MESSAGE, ""));
    var place = e.getLocation();
    return place == null
        ? message
        : "line %d, column %d: %s"
            .formatted(place.getLineNumber(), place.getColumnNumber(), message);
  }

  /// What is wrong, with the place if the message of the exception has one.
  public static String reason(Exception e) {
    return oneLine(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static String oneLine(String message) {
    var line = CODE.matcher(message).replaceAll("").replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    return Truncation.shortened(line.replaceFirst("\\.$", ""), LONGEST, "...");
  }
}
