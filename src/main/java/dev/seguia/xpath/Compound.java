package dev.seguia.xpath;

/// A compound selector for one element: `div[id]:nth-of-type(2)`.
///
/// @param outward whether it is about what stands around the element, too: then it is true in the
///   page only, and not in a part of it
record Compound(String css, boolean outward) {
  Compound and(String condition) {
    return new Compound(css + condition, outward);
  }

  Compound and(Compound other) {
    if (other.css.equals("*")) return this;
    var both = css.equals("*") ? other.css : css + ":is(" + other.css + ")";
    return new Compound(both, outward || other.outward);
  }

  /// As one that is looked for in a part of the page.
  String inward() throws InexpressibleException {
    if (outward) throw new InexpressibleException("it looks around inside a condition");
    return css;
  }

  /// The compound anywhere in a page. For jsoup the page itself is an element, too, that any
  /// compound may fit without a name.
  String anywhere() {
    return css.startsWith("*") ? "* " + css : css;
  }

  /// The compound anywhere below an entry. Without `:scope` jsoup would look for what is around the
  /// entry, too.
  String below() {
    return ":scope " + css;
  }
}
