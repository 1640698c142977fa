package dev.seguia.xpath;

import dev.seguia.xpath.NodeTable.Kind;

/// Converts values of expressions to other types (XPath 1.0, 4.2 to 4.4).
///
/// A value is an `int[]` (the numbers of nodes in a [NodeTable], ascending), a `String`, a `Double`
/// or a `Boolean`.
final class Conversions {
  /// Several texts are held at once while nested functions are evaluated.
  private static final int LONGEST = 500_000;

  private final NodeTable table;
  private final WorkLimit limit;

  Conversions(NodeTable table, WorkLimit limit) {
    this.table = table;
    this.limit = limit;
  }

  String text(Object value) {
    return switch (value) {
      case int[] nodes -> nodes.length == 0 ? "" : nodeText(nodes[0]);
      case Double number -> StringFunctions.text(number);
      default -> value.toString();
    };
  }

  double number(Object value) {
    return switch (value) {
      case Double number -> number;
      case Boolean truth -> truth ? 1 : 0;
      default -> number(text(value));
    };
  }

  private double number(String text) {
    limit.spendOnText(text.length());
    return StringFunctions.number(text);
  }

  boolean truth(Object value) {
    return switch (value) {
      case int[] nodes -> nodes.length > 0;
      case Double number -> number != 0 && !Double.isNaN(number);
      case Boolean truth -> truth;
      default -> !value.toString().isEmpty();
    };
  }

  /// The string-value of a node (XPath 1.0, 5).
  String nodeText(int node) {
    var text = new StringBuilder();
    if (!table.hasInside(node)) append(text, table.text(node));
    else
      for (var at = table.first(Axis.DESCENDANT, node);
          at != NodeTable.NONE;
          at = table.next(Axis.DESCENDANT, node, at)) {
        limit.spend(1);
        if (table.kind(at) == Kind.TEXT) append(text, table.text(at));
      }
    return text.toString();
  }

  void append(StringBuilder text, String more) {
    limit.spendOnText(more.length());
    if (text.length() + more.length() > LONGEST)
      throw new XPathLimitException(
          "an XPath expression reads a text of more than " + LONGEST + " characters");
    text.append(more);
  }
}
