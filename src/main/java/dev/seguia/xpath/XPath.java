package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Filtered;
import dev.seguia.xpath.Expression.Operation;
import dev.seguia.xpath.Expression.Path;
import dev.seguia.xpath.Expression.ValueType;

/// A parsed XPath 1.0 expression, which an [XPathEvaluator] evaluates on a page.
///
/// All of XPath 1.0 is supported except variables, namespaces, processing instructions and
/// `lang()`.
public final class XPath {
  private final Expression expression;

  private XPath(Expression expression) {
    this.expression = expression;
  }

  /// Parses an expression.
  ///
  /// @throws IllegalArgumentException if it is invalid; the message is a reason that goes on after
  ///   `since`
  public static XPath parse(String text) {
    return new XPath(ExpressionParser.parse(text));
  }

  /// Whether there can be elements in the result: it has nodes, not only attributes and texts.
  public boolean canFindElements() {
    return canFindElements(expression);
  }

  private static boolean canFindElements(Expression expression) {
    return switch (expression) {
      case Path(_, var steps) -> steps.getLast().test().canBeElement();
      case Filtered(var inner, _) -> canFindElements(inner);
      case Operation(_, var left, var right) when expression.type() == ValueType.NODES ->
          canFindElements(left) || canFindElements(right);
      default -> expression.type() == ValueType.NODES;
    };
  }

  /// Whether the result is a text, or nodes that have one: no number, and neither true nor false.
  public boolean isText() {
    return expression.type() == ValueType.NODES || expression.type() == ValueType.TEXT;
  }

  Expression expression() {
    return expression;
  }
}
