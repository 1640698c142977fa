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
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Evaluates expressions on one page (XPath 1.0, 2 and 3). The types of values are those of
/// [Conversions].
final class Evaluation {
  private final NodeTable table;
  private final WorkLimit limit = new WorkLimit();
  private final Conversions conversions;

  /// What a step has found so far.
  private final int[] found;

  Evaluation(NodeTable table) {
    this.table = table;
    conversions = new Conversions(table, limit);
    found = new int[table.size()];
  }

  /// The value of an expression.
  ///
  /// @throws XPathLimitException if that is too much work
  Object value(Expression expression, Context at) {
    limit.spend(1);
    return switch (expression) {
      case Root _ -> new int[] {NodeTable.ROOT};
      case Here _ -> new int[] {at.node()};
      case Literal(var text) -> text;
      case Numeral(var number) -> number;
      case Path(var start, var steps) -> path(nodes(start, at), steps);
      case Filtered(var inner, var predicates) -> filtered(nodes(inner, at), predicates);
      case Operation operation -> operation(operation, at);
      case Call(var function, var arguments) ->
          new FunctionCall(
                  table,
                  limit,
                  conversions,
                  arguments.size(),
                  index -> value(arguments.get(index), at),
                  at)
              .value(function);
    };
  }

  String text(Object value) {
    return conversions.text(value);
  }

  private int[] nodes(Expression expression, Context at) {
    if (value(expression, at) instanceof int[] nodes) return nodes;
    throw new IllegalStateException("no nodes: " + expression);
  }

  private double number(Expression expression, Context at) {
    return conversions.number(value(expression, at));
  }

  private boolean truth(Expression expression, Context at) {
    return conversions.truth(value(expression, at));
  }

  private int[] path(int[] start, List<Step> steps) {
    var nodes = start;
    for (var step : steps) nodes = step(nodes, step);
    return nodes;
  }

  private int[] step(int[] from, Step step) {
    if (from.length == 1) return sorted(taken(from[0], step));
    var all = new BitSet(table.size());
    limit.spend(table.size() / Long.SIZE);
    for (var node : from) for (var one : taken(node, step)) all.set(one);
    return all.stream().toArray();
  }

  private static int[] sorted(int[] nodes) {
    Arrays.sort(nodes);
    return nodes;
  }

  /// The nodes that a step takes from one, in the order of its axis: predicates count in it.
  private int[] taken(int from, Step step) {
    var count = 0;
    var visits = 1;
    for (var at = table.first(step.axis(), from);
        at != NodeTable.NONE;
        at = table.next(step.axis(), from, at)) {
      visits++;
      if (table.matches(at, step.test())) found[count++] = at;
    }
    limit.spend(visits);
    return filtered(Arrays.copyOf(found, count), step.predicates());
  }

  private int[] filtered(int[] nodes, List<Expression> predicates) {
    var left = nodes;
    for (var predicate : predicates) left = filtered(left, predicate);
    return left;
  }

  private int[] filtered(int[] nodes, Expression predicate) {
    var left = new int[nodes.length];
    var count = 0;
    for (var index = 0; index < nodes.length; index++)
      if (holds(predicate, new Context(nodes[index], index + 1, nodes.length)))
        left[count++] = nodes[index];
    return Arrays.copyOf(left, count);
  }

  private boolean holds(Expression predicate, Context at) {
    var value = value(predicate, at);
    return value instanceof Double position ? position == at.position() : conversions.truth(value);
  }

  private Object operation(Operation operation, Context at) {
    var left = operation.left();
    var right = operation.right();
    return switch (operation.sign()) {
      case "or" -> truth(left, at) || truth(right, at);
      case "and" -> truth(left, at) && truth(right, at);
      case "|" -> united(nodes(left, at), nodes(right, at));
      case "+" -> number(left, at) + number(right, at);
      case "-" -> number(left, at) - number(right, at);
      case "*" -> number(left, at) * number(right, at);
      case "div" -> number(left, at) / number(right, at);
      case "mod" -> number(left, at) % number(right, at);
      default -> isComparable(operation.sign(), left, right, at);
    };
  }

  private int[] united(int[] some, int[] others) {
    limit.spend(some.length + others.length);
    return IntStream.concat(IntStream.of(some), IntStream.of(others)).sorted().distinct().toArray();
  }

  private boolean isComparable(String sign, Expression left, Expression right, Context at) {
    return compared(left, right.type(), at)
        .anyMatch(
            one -> compared(right, left.type(), at).anyMatch(other -> holds(sign, one, other)));
  }

  /// What is compared of an operand: of nodes the text of each, unless the other one is true or
  /// false (3.4).
  private Stream<Object> compared(Expression operand, ValueType other, Context at) {
    var value = value(operand, at);
    if (!(value instanceof int[] nodes)) return Stream.of(value);
    return other == ValueType.TRUTH
        ? Stream.of(conversions.truth(nodes))
        : IntStream.of(nodes).mapToObj(conversions::nodeText);
  }

  private boolean holds(String sign, Object one, Object other) {
    return switch (sign) {
      case "=" -> isEqual(one, other);
      case "!=" -> !isEqual(one, other);
      case "<" -> conversions.number(one) < conversions.number(other);
      case "<=" -> conversions.number(one) <= conversions.number(other);
      case ">" -> conversions.number(one) > conversions.number(other);
      case ">=" -> conversions.number(one) >= conversions.number(other);
      default -> throw new IllegalStateException("no operator: " + sign);
    };
  }

  private boolean isEqual(Object one, Object other) {
    if (one instanceof Boolean || other instanceof Boolean)
      return conversions.truth(one) == conversions.truth(other);
    if (one instanceof Double || other instanceof Double)
      return conversions.number(one) == conversions.number(other);
    return one.equals(other);
  }
}
