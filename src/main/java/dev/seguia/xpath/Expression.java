package dev.seguia.xpath;

import java.util.List;

/// An expression of XPath 1.0.
sealed interface Expression {
  /// The types of values (XPath 1.0, 1): without variables, that of an expression is known before
  /// it is evaluated.
  enum ValueType {
    NODES,
    TEXT,
    NUMBER,
    TRUTH
  }

  default ValueType type() {
    return switch (this) {
      case Root _, Here _, Path _, Filtered _ -> ValueType.NODES;
      case Literal _ -> ValueType.TEXT;
      case Numeral _ -> ValueType.NUMBER;
      case Call(var function, _) -> function.type();
      case Operation(var sign, _, _) ->
          switch (sign) {
            case "|" -> ValueType.NODES;
            case "+", "-", "*", "div", "mod" -> ValueType.NUMBER;
            default -> ValueType.TRUTH;
          };
    };
  }

  /// The document: where an absolute path begins.
  record Root() implements Expression {}

  /// The context node: where a relative path begins.
  record Here() implements Expression {}

  /// Text in quotes.
  record Literal(String text) implements Expression {}

  record Numeral(double value) implements Expression {}

  /// A location path: steps from each of some nodes.
  record Path(Expression start, List<Step> steps) implements Expression {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  /// Nodes that are filtered in document order: `(//a)[1]`.
  record Filtered(Expression inner, List<Expression> predicates) implements Expression {
    public Filtered {
      predicates = List.copyOf(predicates);
    }
  }

  /// Two expressions with an operator between them.
  record Operation(String sign, Expression left, Expression right) implements Expression {}

  /// A function with its arguments.
  record Call(CoreFunction function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
