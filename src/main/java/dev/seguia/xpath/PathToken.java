package dev.seguia.xpath;

/// A token of an expression.
///
/// @param text of a literal, what stands between the quotes
record PathToken(Kind kind, String text) {
  enum Kind {
    NAME,
    NUMBER,
    LITERAL,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
