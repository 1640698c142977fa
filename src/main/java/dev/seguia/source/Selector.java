package dev.seguia.source;

import dev.seguia.xpath.XPath;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/// A selector in a list of sources for a part of a web page.
public sealed interface Selector {
  /// What an XPath expression begins with, to be told from CSS.
  String XPATH = "xpath:";

  /// A CSS selector: `h2 a`, or `time@datetime` for an attribute; `.` for the context element
  /// itself.
  ///
  /// @param css as jsoup reads it; empty for the context element
  /// @param attribute whose value is meant; the text if absent
  record Css(String css, Optional<String> attribute) implements Selector {
    private static final Pattern WITH_ATTRIBUTE =
        Pattern.compile("(?s)(.*?)@([A-Za-z_:][A-Za-z0-9_:.-]*)\\s*");

    private static final String HERE = ".";

    private static Css parse(String text) {
      if (text.strip().equals(HERE)) return new Css("", Optional.empty());
      var parts = WITH_ATTRIBUTE.matcher(text);
      var selector =
          parts.matches()
              ? new Css(parts.group(1).strip(), Optional.of(parts.group(2)))
              : new Css(text.strip(), Optional.empty());
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

    @Override
    public String toString() {
      var written = css + attribute.map(name -> "@" + name).orElse("");
      return written.isEmpty() ? HERE : written;
    }
  }

  /// An XPath expression: `xpath:.//h2`.
  ///
  /// @param expression without the prefix
  record ByXPath(String expression) implements Selector {
    private static ByXPath parse(String text) {
      var selector = new ByXPath(text.strip().substring(XPATH.length()).strip());
      var _ = XPath.parse(selector.expression);
      return selector;
    }

    @Override
    public String toString() {
      return XPATH + expression;
    }
  }

  static boolean isXPath(String text) {
    return text.strip().startsWith(XPATH);
  }

  /// Parses a selector. Its text form is the selector as written in a list.
  ///
  /// @throws IllegalArgumentException if it is none, with what is wrong in words
  static Selector parse(String text) {
    return isXPath(text) ? ByXPath.parse(text) : Css.parse(text);
  }

  /// Parses the selector of an attribute.
  ///
  /// @param attribute as in `select-item`
  /// @throws IllegalArgumentException if it is none, or cannot find what the attribute is for
  static Selector parse(String attribute, String text) {
    var selector = parse(text);
    if (selector instanceof ByXPath(var expression)) check(attribute, XPath.parse(expression));
    return selector;
  }

  private static void check(String attribute, XPath expression) {
    if (attribute.equals("select-item") && !expression.canFindElements())
      throw new IllegalArgumentException("it finds no elements, and each entry is one");
    if (Set.of("select-link", "select-image").contains(attribute) && !expression.isText())
      throw new IllegalArgumentException("its value is no address but a number or true or false");
  }
}
