package dev.seguia.xpath;

import java.util.List;

/// An expression of XPath 1.0.
sealed interface Expression {
  /// Text in quotes.
  record Literal(String value) implements Expression {}

  record Figures(String digits) implements Expression {}

  /// A function with its arguments.
  record Call(String name, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    boolean is(String function, int count) {
      return name.equals(function) && arguments.size() == count;
    }
  }

  /// Two expressions with an operator between them.
  record Operation(String sign, Expression left, Expression right) implements Expression {
    boolean is(String operator) {
      return sign.equals(operator);
    }
  }

  /// A location path.
  ///
  /// @param absolute whether it begins at the top of the document
  record Path(boolean absolute, List<Step> steps) implements Expression {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  /// A parenthesised expression or a function's result, with what is applied to it.
  record Group(Expression inner, List<Expression> predicates, List<Step> steps)
      implements Expression {
    public Group {
      predicates = List.copyOf(predicates);
      steps = List.copyOf(steps);
    }
  }
}
