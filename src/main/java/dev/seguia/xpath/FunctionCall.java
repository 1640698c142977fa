package dev.seguia.xpath;

import dev.seguia.xpath.NodeTable.Kind;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A call of a function of the core library (XPath 1.0, 4).
///
/// @param count of the arguments
/// @param arguments evaluated when they are needed, so that few texts are held at once
record FunctionCall(
    NodeTable table,
    WorkLimit limit,
    Conversions conversions,
    int count,
    IntFunction<Object> arguments,
    Context at) {
  Object value(CoreFunction function) {
    return switch (function) {
      case LAST -> (double) at.size();
      case POSITION -> (double) at.position();
      case COUNT -> (double) nodes().length;
      case SUM -> IntStream.of(nodes()).mapToDouble(this::nodeNumber).sum();
      case ID -> withIds();
      case NAME, LOCAL_NAME -> name();
      case NAMESPACE_URI -> "";
      case STRING -> text(0);
      case CONCAT -> joined();
      case STARTS_WITH -> text(0).startsWith(text(1));
      case CONTAINS -> place(text(0), text(1)) >= 0;
      case SUBSTRING_BEFORE -> before(text(0), text(1));
      case SUBSTRING_AFTER -> after(text(0), text(1));
      case SUBSTRING -> substring(text(0), StringFunctions.rounded(number(1)));
      case STRING_LENGTH -> (double) text(0).codePoints().count();
      case NORMALIZE_SPACE -> StringFunctions.normalised(text(0));
      case TRANSLATE -> StringFunctions.translated(text(0), text(1), text(2));
      case BOOLEAN -> truth();
      case NOT -> !truth();
      case TRUE -> true;
      case FALSE -> false;
      case NUMBER -> number(0);
      case FLOOR -> Math.floor(number(0));
      case CEILING -> Math.ceil(number(0));
      case ROUND -> StringFunctions.rounded(number(0));
    };
  }

  private Object value(int index) {
    return arguments.apply(index);
  }

  private int[] nodes() {
    if (value(0) instanceof int[] nodes) return nodes;
    throw new IllegalStateException("a function needs nodes");
  }

  private String text(int index) {
    var text = conversions.text(value(index));
    limit.spendOnText(text.length());
    return text;
  }

  private double number(int index) {
    return conversions.number(value(index));
  }

  private boolean truth() {
    return conversions.truth(value(0));
  }

  private double nodeNumber(int node) {
    return conversions.number(conversions.nodeText(node));
  }

  private String name() {
    var nodes = nodes();
    return nodes.length == 0 ? "" : table.name(nodes[0]);
  }

  private String joined() {
    var joined = new StringBuilder();
    for (var index = 0; index < count; index++) conversions.append(joined, text(index));
    return joined.toString();
  }

  /// Where a text is in another; below zero if it is not.
  private int place(String text, String part) {
    limit.spendOnSearch(text.length(), part.length());
    return text.indexOf(part);
  }

  private String before(String text, String part) {
    return text.substring(0, Math.max(0, place(text, part)));
  }

  private String after(String text, String part) {
    var place = place(text, part);
    return place < 0 ? "" : text.substring(place + part.length());
  }

  private String substring(String text, double start) {
    var end = count == 2 ? Double.POSITIVE_INFINITY : start + StringFunctions.rounded(number(2));
    return StringFunctions.substring(text, start, end);
  }

  private int[] withIds() {
    var value = value(0);
    var texts =
        value instanceof int[] nodes
            ? IntStream.of(nodes).mapToObj(conversions::nodeText)
            : Stream.of(conversions.text(value));
    var ids =
        texts
            .flatMap(text -> Stream.of(StringFunctions.normalised(text).split(" ", -1)))
            .collect(Collectors.toSet());
    limit.spend(table.size());
    return IntStream.range(0, table.size())
        .filter(node -> table.kind(node) == Kind.ATTRIBUTE && table.name(node).equals("id"))
        .filter(node -> ids.contains(table.text(node)))
        .map(node -> table.first(Axis.PARENT, node))
        .toArray();
  }
}
