package dev.seguia.normalise;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The meaningful part of an element's `style`, which HTML can express without it: whether the
/// element is visible, where lines end, the text direction, what is struck out.
///
/// @param declarations of CSS, in lower case
record Style(String declarations) {
  private static final int LONGEST = 4_000;
  private static final Style NONE = new Style("");

  /// How an element separates its content from its surroundings.
  enum Parting {
    NOT,
    BY_BLANK,
    BY_LINE
  }

  static Style of(@Nullable Element element) {
    if (element == null || element.attributesSize() == 0 || !element.hasAttr("style")) return NONE;
    var style = element.attr("style");
    return style.isEmpty() || style.length() > LONGEST
        ? NONE
        : new Style(style.toLowerCase(Locale.ROOT));
  }

  boolean isEmpty() {
    return declarations.isEmpty();
  }

  /// Hidden content stays hidden here, where its style is gone.
  boolean hides() {
    if (isEmpty()) return false;
    return value("display").equals("none")
        || value("visibility").equals("hidden")
        || value("mso-hide").equals("all");
  }

  /// The direction of the text, as `dir` says it.
  Optional<String> direction() {
    if (isEmpty()) return Optional.empty();
    var direction = value("direction");
    if (direction.equals("rtl") || direction.equals("ltr")) return Optional.of(direction);
    return value("unicode-bidi").equals("plaintext") ? Optional.of("auto") : Optional.empty();
  }

  Parting parting() {
    if (isEmpty()) return Parting.NOT;
    return switch (value("display")) {
      case "block",
          "flex",
          "grid",
          "list-item",
          "table",
          "table-row",
          "flow-root",
          "table-caption",
          "table-row-group",
          "table-header-group",
          "table-footer-group",
          "-webkit-box",
          "-webkit-flex",
          "block flow",
          "block flex",
          "block grid" ->
          Parting.BY_LINE;
      case "inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell" ->
          Parting.BY_BLANK;
      default -> Parting.NOT;
    };
  }

  /// How it parts the elements in it from each other, whatever they are.
  Parting partingOfChildren() {
    if (isEmpty()) return Parting.NOT;
    return switch (value("display")) {
      case "flex", "inline-flex", "-webkit-box", "-webkit-flex", "block flex" ->
          value("flex-direction").startsWith("column") || value("flex-flow").contains("column")
              ? Parting.BY_LINE
              : Parting.BY_BLANK;
      case "grid", "inline-grid", "block grid" -> Parting.BY_LINE;
      default -> Parting.NOT;
    };
  }

  /// Whether line ends in the text show; empty where nothing is said of it.
  Optional<Boolean> showsLines() {
    if (isEmpty()) return Optional.empty();
    return switch (value("white-space")) {
      case "pre", "pre-wrap", "pre-line", "break-spaces", "-moz-pre-wrap", "-pre-wrap" ->
          Optional.of(true);
      case "normal", "nowrap" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// The equivalent HTML element; `""` if there is none.
  String element() {
    if (isEmpty()) return "";
    if (value("unicode-bidi").contains("override") && direction().isPresent()) return "bdo";
    var height = value("vertical-align");
    if (height.equals("super")) return "sup";
    if (height.equals("sub")) return "sub";
    if (value("text-decoration").contains("line-through")
        || value("text-decoration-line").contains("line-through")) return "s";
    if (isBold(value("font-weight"))) return "b";
    return value("font-style").startsWith("italic") ? "i" : "";
  }

  private static boolean isBold(String weight) {
    return switch (weight) {
      case "bold", "bolder", "600", "700", "800", "900" -> true;
      default -> false;
    };
  }

  /// The address of an image behind the content, in the spelling of its author.
  static Optional<String> background(Element element) {
    if (element.attributesSize() == 0 || !element.hasAttr("style")) return Optional.empty();
    var style = element.attr("style");
    if (style.length() > 2 * LONGEST) return Optional.empty();
    var lower = style.toLowerCase(Locale.ROOT);
    var property = lower.indexOf("background");
    var start = property < 0 ? -1 : lower.indexOf("url(", property);
    if (start < 0) return Optional.empty();
    var end = style.indexOf(')', start);
    if (end < 0) return Optional.empty();
    var url = style.substring(start + 4, end).strip();
    var quoted = url.length() > 1 && "\"'".indexOf(url.charAt(0)) >= 0;
    return Optional.of(quoted ? url.substring(1, url.length() - 1).strip() : url);
  }

  /// The value of a property: of several declarations the last counts.
  private String value(String property) {
    if (!declarations.contains(property)) return "";
    var value = "";
    for (int at = 0, end; at < declarations.length(); at = end + 1) {
      end = endOfDeclaration(at);
      var colon = declarations.indexOf(':', at);
      if (colon >= 0 && colon < end && names(at, colon, property))
        value = bare(declarations.substring(colon + 1, end));
    }
    return value;
  }

  /// Semicolons in brackets, as in `url(data:…;base64,…)`, end nothing.
  private int endOfDeclaration(int start) {
    var depth = 0;
    for (var i = start; i < declarations.length(); i++) {
      var character = declarations.charAt(i);
      if (character == '(') depth++;
      if (character == ')') depth = Math.max(0, depth - 1);
      if (character == ';' && depth == 0) return i;
    }
    return declarations.length();
  }

  private boolean names(int start, int colon, String property) {
    var from = start;
    var to = colon;
    while (from < to && declarations.charAt(from) <= ' ') from++;
    if (declarations.startsWith("/*", from)) {
      var close = declarations.indexOf("*/", from);
      if (close >= 0 && close < to) from = close + 2;
      while (from < to && declarations.charAt(from) <= ' ') from++;
    }
    while (to > from && declarations.charAt(to - 1) <= ' ') to--;
    return to - from == property.length() && declarations.startsWith(property, from);
  }

  private static String bare(String value) {
    var mark = value.indexOf('!');
    return (mark < 0 ? value : value.substring(0, mark)).strip();
  }
}
