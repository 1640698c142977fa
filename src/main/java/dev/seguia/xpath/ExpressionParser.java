package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Call;
import dev.seguia.xpath.Expression.Figures;
import dev.seguia.xpath.Expression.Group;
import dev.seguia.xpath.Expression.Literal;
import dev.seguia.xpath.Expression.Operation;
import dev.seguia.xpath.Expression.Path;
import dev.seguia.xpath.PathToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Parses an expression (the grammar of XPath 1.0). Negative numbers are not supported: they make
/// no sense in a selector.
final class ExpressionParser {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 30;

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

  private static final Set<String> NODE_TYPES =
      Set.of("node", "text", "comment", "processing-instruction");

  private final List<PathToken> tokens;
  private int at;
  private int depth;

  private ExpressionParser(List<PathToken> tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String text) throws InexpressibleException {
    if (text.length() > LONGEST)
      throw new InexpressibleException("it has more than " + LONGEST + " characters");
    var parser = new ExpressionParser(PathTokens.of(text));
    var expression = parser.expression();
    if (parser.next().kind() != Kind.END) throw parser.unexpected();
    return expression;
  }

  private Expression expression() throws InexpressibleException {
    if (++depth > DEEPEST) throw new InexpressibleException("it is nested too deeply");
    var expression = operation(0);
    depth--;
    return expression;
  }

  private Expression operation(int level) throws InexpressibleException {
    if (level == OPERATORS.size()) return path();
    var left = operation(level + 1);
    while (isOperator(OPERATORS.get(level))) {
      var sign = take().text();
      left = new Operation(sign, left, operation(level + 1));
    }
    return left;
  }

  /// A name is an operator wherever an operand has gone before (3.7).
  private boolean isOperator(Set<String> signs) {
    var kind = next().kind();
    return (kind == Kind.SIGN || kind == Kind.NAME) && signs.contains(next().text());
  }

  private Expression path() throws InexpressibleException {
    if (takeSign("//")) return new Path(true, steps(new ArrayList<>(List.of(Step.anyDepth()))));
    if (takeSign("/")) return new Path(true, beginsStep() ? steps(new ArrayList<>()) : List.of());
    return beginsStep() && !isCall() ? new Path(false, steps(new ArrayList<>())) : group();
  }

  private boolean beginsStep() {
    var token = next();
    return token.kind() == Kind.NAME
        || token.isSign("*")
        || token.isSign("@")
        || token.isSign(".")
        || token.isSign("..");
  }

  private boolean isCall() {
    return next().kind() == Kind.NAME && after().isSign("(") && !NODE_TYPES.contains(next().text());
  }

  private Expression group() throws InexpressibleException {
    var inner = primary();
    var predicates = predicates();
    var steps = new ArrayList<Step>();
    if (takeSign("//")) {
      steps.add(Step.anyDepth());
      steps(steps);
    } else if (takeSign("/")) steps(steps);
    return predicates.isEmpty() && steps.isEmpty() ? inner : new Group(inner, predicates, steps);
  }

  private Expression primary() throws InexpressibleException {
    var token = next();
    if (token.kind() == Kind.LITERAL) return new Literal(take().text());
    if (token.kind() == Kind.NUMBER) return new Figures(take().text());
    if (isCall()) return call();
    if (!takeSign("(")) throw unexpected();
    var inner = expression();
    expect(")");
    return inner;
  }

  private Expression call() throws InexpressibleException {
    var name = take().text();
    expect("(");
    var arguments = new ArrayList<Expression>();
    if (!next().isSign(")")) do arguments.add(expression()); while (takeSign(","));
    expect(")");
    return new Call(name, arguments);
  }

  private List<Step> steps(List<Step> steps) throws InexpressibleException {
    steps.add(step());
    while (next().isSign("/") || next().isSign("//")) {
      if (take().isSign("//")) steps.add(Step.anyDepth());
      steps.add(step());
    }
    return steps;
  }

  private Step step() throws InexpressibleException {
    if (takeSign(".")) return Step.self();
    if (takeSign("..")) return Step.parent();
    var axis = axis();
    var test = test();
    return new Step(axis, test, predicates());
  }

  private String axis() throws InexpressibleException {
    if (takeSign("@")) return "attribute";
    if (!after().isSign("::")) return "child";
    if (next().kind() != Kind.NAME) throw unexpected();
    var axis = take().text();
    expect("::");
    return axis;
  }

  private String test() throws InexpressibleException {
    if (takeSign("*")) return "*";
    if (next().kind() != Kind.NAME) throw unexpected();
    var name = take().text();
    if (next().isSign(":")) throw new InexpressibleException("it names a namespace, " + name);
    if (!NODE_TYPES.contains(name) || !takeSign("(")) return name;
    expect(")");
    return name + "()";
  }

  private List<Expression> predicates() throws InexpressibleException {
    var predicates = new ArrayList<Expression>();
    while (takeSign("[")) {
      predicates.add(expression());
      expect("]");
    }
    return predicates;
  }

  private PathToken next() {
    return tokens.get(at);
  }

  private PathToken after() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  private PathToken take() {
    return tokens.get(at++);
  }

  private boolean takeSign(String sign) {
    if (!next().isSign(sign)) return false;
    at++;
    return true;
  }

  private void expect(String sign) throws InexpressibleException {
    if (!takeSign(sign)) throw unexpected();
  }

  private InexpressibleException unexpected() {
    return new InexpressibleException("it is no XPath at '" + next().text() + "'");
  }
}
