package dev.seguia.source;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/// A selector in a list of sources for a part of a web page: `h2 a`, or `time@datetime` for an
/// attribute; `.` for the context element itself.
///
/// @param css a CSS selector as jsoup reads them; empty for the place from which one looks
/// @param attribute whose value is meant; the text if absent
public record Selector(String css, Optional<String> attribute) {
  private static final Pattern WITH_ATTRIBUTE =
      Pattern.compile("(?s)(.*?)@([A-Za-z_:][A-Za-z0-9_:.-]*)\\s*");

  private static final String HERE = ".";

  /// Parses a selector.
  ///
  /// @throws IllegalArgumentException if it is none, with what is wrong in words
  public static Selector parse(String text) {
    if (text.strip().equals(HERE)) return new Selector("", Optional.empty());
    var parts = WITH_ATTRIBUTE.matcher(text);
    var selector =
        parts.matches()
            ? new Selector(parts.group(1).strip(), Optional.of(parts.group(2)))
            : new Selector(text.strip(), Optional.empty());
    if (selector.css.isEmpty() && selector.attribute.isEmpty())
      throw new IllegalArgumentException("it is empty");
    if (!selector.css.isEmpty()) check(selector.css);
    return selector;
  }

  private static void check(String css) {
    try {
      QueryParser.parse(css);
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()).strip(), e);
    }
  }

  /// The selector as written in a list.
  @Override
  public String toString() {
    var written = css + attribute.map(name -> "@" + name).orElse("");
    return written.isEmpty() ? HERE : written;
  }
}
