package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Call;
import dev.seguia.xpath.Expression.Filtered;
import dev.seguia.xpath.Expression.Here;
import dev.seguia.xpath.Expression.Literal;
import dev.seguia.xpath.Expression.Numeral;
import dev.seguia.xpath.Expression.Operation;
import dev.seguia.xpath.Expression.Path;
import dev.seguia.xpath.Expression.Root;
import dev.seguia.xpath.Expression.ValueType;
import dev.seguia.xpath.NodeTable.Kind;
import dev.seguia.xpath.PathTokens.Token;
import dev.seguia.xpath.Step.NodeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parses an expression (the grammar of XPath 1.0) by recursive descent.
final class ExpressionParser {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 15;

  /// A chain of operators is evaluated by recursion, too.
  private static final int MOST_OPERATORS = 200;

  /// From what binds least to what binds most.
  private static final List<Set<String>> OPERATORS =
      List.of(
          Set.of("or"),
          Set.of("and"),
          Set.of("=", "!="),
          Set.of("<", "<=", ">", ">="),
          Set.of("+", "-"),
          Set.of("*", "div", "mod"),
          Set.of("|"));

  private static final int UNION = 6;

  private static final Map<String, NodeTest> NODE_TYPES =
      Map.of(
          "node", NodeTest.ANY,
          "text", new NodeTest(Optional.of(Kind.TEXT), ""),
          "comment", new NodeTest(Optional.of(Kind.COMMENT), ""));

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int operators;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// Parses a text.
  ///
  /// @throws IllegalArgumentException if it is no expression, or not one that is supported
  static Expression parse(String text) {
    if (text.length() > LONGEST)
      throw new IllegalArgumentException("it has more than " + LONGEST + " characters");
    var parser = new ExpressionParser(PathTokens.of(text));
    var expression = parser.expression();
    if (parser.next().kind() != PathTokens.Kind.END) throw parser.unexpected();
    return expression;
  }

  private Expression expression() {
    if (++depth > DEEPEST)
      throw new IllegalArgumentException("it is nested more than " + DEEPEST + " levels deep");
    var expression = operation(0);
    depth--;
    return expression;
  }

  private Expression operation(int level) {
    if (level == OPERATORS.size()) return path();
    if (level == UNION && takeSign("-")) return operation("*", new Numeral(-1), operation(level));
    var left = operation(level + 1);
    while (isOperator(OPERATORS.get(level)))
      left = operation(take().text(), left, operation(level + 1));
    return left;
  }

  private Expression operation(String sign, Expression left, Expression right) {
    if (++operators > MOST_OPERATORS)
      throw new IllegalArgumentException("it has more than " + MOST_OPERATORS + " operators");
    return sign.equals("|")
        ? new Operation(sign, nodes(left), nodes(right))
        : new Operation(sign, left, right);
  }

  /// A name is an operator wherever an operand has gone before (3.7).
  private boolean isOperator(Set<String> signs) {
    var kind = next().kind();
    return (kind == PathTokens.Kind.SIGN || kind == PathTokens.Kind.NAME)
        && signs.contains(next().text());
  }

  private Expression path() {
    if (takeSign("//"))
      return new Path(new Root(), steps(new ArrayList<>(List.of(Step.ANY_DEPTH))));
    if (takeSign("/"))
      return beginsStep() ? new Path(new Root(), steps(new ArrayList<>())) : new Root();
    return beginsStep() && !isCall() ? new Path(new Here(), steps(new ArrayList<>())) : filter();
  }

  private boolean beginsStep() {
    var token = next();
    return token.kind() == PathTokens.Kind.NAME
        || token.isSign("*")
        || token.isSign("@")
        || token.isSign(".")
        || token.isSign("..");
  }

  private boolean isCall() {
    return next().kind() == PathTokens.Kind.NAME
        && after().isSign("(")
        && !NODE_TYPES.containsKey(next().text());
  }

  private Expression filter() {
    var inner = primary();
    var predicates = predicates();
    var filtered = predicates.isEmpty() ? inner : new Filtered(nodes(inner), predicates);
    var steps = furtherSteps(new ArrayList<>());
    return steps.isEmpty() ? filtered : new Path(nodes(filtered), steps);
  }

  private static Expression nodes(Expression expression) {
    if (expression.type() == ValueType.NODES) return expression;
    throw new IllegalArgumentException("it has another value where nodes are needed");
  }

  private Expression primary() {
    var token = next();
    if (token.kind() == PathTokens.Kind.LITERAL) return new Literal(take().text());
    if (token.kind() == PathTokens.Kind.NUMBER)
      return new Numeral(Double.parseDouble(take().text()));
    if (isCall()) return call();
    if (takeSign("$"))
      throw new IllegalArgumentException("there are no variables, as in $" + next().text());
    if (!takeSign("(")) throw unexpected();
    var inner = expression();
    expect(")");
    return inner;
  }

  private Expression call() {
    var name = take().text();
    var function =
        CoreFunction.named(name)
            .orElseThrow(() -> new IllegalArgumentException("there is no function " + name + "()"));
    expect("(");
    var arguments = new ArrayList<Expression>();
    if (!next().isSign(")")) do arguments.add(expression()); while (takeSign(","));
    expect(")");
    if (!function.takes(arguments.size()))
      throw new IllegalArgumentException(
          name + "() cannot have " + arguments.size() + " arguments");
    if (arguments.isEmpty() && function.hasDefault()) arguments.add(new Here());
    if (function.takesNodes()) arguments.forEach(ExpressionParser::nodes);
    return new Call(function, arguments);
  }

  private List<Step> steps(List<Step> steps) {
    steps.add(step());
    return furtherSteps(steps);
  }

  private List<Step> furtherSteps(List<Step> steps) {
    while (next().isSign("/") || next().isSign("//")) {
      if (take().isSign("//")) steps.add(Step.ANY_DEPTH);
      steps.add(step());
    }
    return steps;
  }

  private Step step() {
    if (takeSign(".")) return new Step(Axis.SELF, NodeTest.ANY, List.of());
    if (takeSign("..")) return new Step(Axis.PARENT, NodeTest.ANY, List.of());
    var axis = axis();
    var test = test(axis == Axis.ATTRIBUTE ? Kind.ATTRIBUTE : Kind.ELEMENT);
    return new Step(axis, test, predicates());
  }

  private Axis axis() {
    if (takeSign("@")) return Axis.ATTRIBUTE;
    if (!after().isSign("::")) return Axis.CHILD;
    var name = take().text();
    expect("::");
    return Axis.named(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no axis " + name));
  }

  private NodeTest test(Kind principal) {
    if (takeSign("*")) return new NodeTest(Optional.of(principal), "");
    if (next().kind() != PathTokens.Kind.NAME) throw unexpected();
    var name = take().text();
    if (next().isSign(":"))
      throw new IllegalArgumentException("there are no namespaces in a page, as in " + name + ":");
    if (!NODE_TYPES.containsKey(name) || !takeSign("("))
      return new NodeTest(Optional.of(principal), name);
    expect(")");
    return NODE_TYPES.get(name);
  }

  private List<Expression> predicates() {
    var predicates = new ArrayList<Expression>();
    while (takeSign("[")) {
      predicates.add(expression());
      expect("]");
    }
    return predicates;
  }

  private Token next() {
    return tokens.get(at);
  }

  private Token after() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  private Token take() {
    return tokens.get(at++);
  }

  private boolean takeSign(String sign) {
    if (!next().isSign(sign)) return false;
    at++;
    return true;
  }

  private void expect(String sign) {
    if (!takeSign(sign)) throw unexpected();
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        next().kind() == PathTokens.Kind.END
            ? "it is incomplete"
            : "it is not valid at '" + next().text() + "'");
  }
}
