package dev.seguia.xpath;

import dev.seguia.xpath.PathToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits an expression into tokens (XPath 1.0, 3.7).
final class PathTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<literal>\"[^\"]*\"|'[^']*')"
              + "|(?<number>\\d+(?:\\.\\d*)?|\\.\\d+)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_.-]*)"
              + "|(?<sign>//|::|\\.\\.|!=|<=|>=|[/|\\[\\]().@,:=<>+*$-]))");

  private PathTokens() {}

  /// The tokens of a text, an end at their end.
  static List<PathToken> of(String text) throws InexpressibleException {
    var tokens = new ArrayList<PathToken>();
    var found = TOKEN.matcher(text.strip());
    while (found.lookingAt()) {
      if (found.group("literal") != null)
        tokens.add(new PathToken(Kind.LITERAL, unquoted(found.group("literal"))));
      else if (found.group("number") != null)
        tokens.add(new PathToken(Kind.NUMBER, found.group("number")));
      else if (found.group("name") != null)
        tokens.add(new PathToken(Kind.NAME, found.group("name")));
      else tokens.add(new PathToken(Kind.SIGN, found.group("sign")));
      found.region(found.end(), found.regionEnd());
    }
    if (found.regionStart() < found.regionEnd())
      throw new InexpressibleException(
          "it is no XPath at '" + rest(text, found.regionStart()) + "'");
    tokens.add(new PathToken(Kind.END, "the end"));
    return tokens;
  }

  private static String unquoted(String literal) {
    return literal.substring(1, literal.length() - 1);
  }

  private static String rest(String text, int start) {
    return text.strip().substring(start).strip();
  }
}
