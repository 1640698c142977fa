package dev.seguia.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits an expression into tokens (XPath 1.0, 3.7).
final class PathTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<LITERAL>\"[^\"]*\"|'[^']*')"
              + "|(?<NUMBER>\\d+(?:\\.\\d*)?|\\.\\d+)"
              + "|(?<NAME>[\\p{L}_][\\p{L}\\p{N}_.-]*)"
              + "|(?<SIGN>//|::|\\.\\.|!=|<=|>=|[/|\\[\\]().@,:=<>+*$-]))");

  private PathTokens() {}

  enum Kind {
    NAME,
    NUMBER,
    LITERAL,
    SIGN,
    END
  }

  /// @param text of a literal, what stands between the quotes
  record Token(Kind kind, String text) {
    boolean isSign(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  /// The tokens of a text, an end at their end.
  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    var found = TOKEN.matcher(text.strip());
    while (found.lookingAt()) {
      tokens.add(token(found));
      found.region(found.end(), found.regionEnd());
    }
    if (found.regionStart() < found.regionEnd())
      throw new IllegalArgumentException(
          "it is not valid at '" + text.strip().substring(found.regionStart()).strip() + "'");
    tokens.add(new Token(Kind.END, "the end"));
    return tokens;
  }

  private static Token token(Matcher found) {
    for (var kind : List.of(Kind.NAME, Kind.NUMBER, Kind.SIGN)) {
      var text = found.group(kind.name());
      if (text != null) return new Token(kind, text);
    }
    var literal = found.group(Kind.LITERAL.name());
    return new Token(Kind.LITERAL, literal.substring(1, literal.length() - 1));
  }
}
