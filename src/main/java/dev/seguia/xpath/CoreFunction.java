package dev.seguia.xpath;

import dev.seguia.xpath.Expression.ValueType;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The core function library (XPath 1.0, 4), without `lang()`.
enum CoreFunction {
  LAST(ValueType.NUMBER, 0, 0),
  POSITION(ValueType.NUMBER, 0, 0),
  COUNT(ValueType.NUMBER, 1, 1),
  ID(ValueType.NODES, 1, 1),
  LOCAL_NAME(ValueType.TEXT, 0, 1),
  NAMESPACE_URI(ValueType.TEXT, 0, 1),
  NAME(ValueType.TEXT, 0, 1),
  STRING(ValueType.TEXT, 0, 1),
  CONCAT(ValueType.TEXT, 2, Integer.MAX_VALUE),
  STARTS_WITH(ValueType.TRUTH, 2, 2),
  CONTAINS(ValueType.TRUTH, 2, 2),
  SUBSTRING_BEFORE(ValueType.TEXT, 2, 2),
  SUBSTRING_AFTER(ValueType.TEXT, 2, 2),
  SUBSTRING(ValueType.TEXT, 2, 3),
  STRING_LENGTH(ValueType.NUMBER, 0, 1),
  NORMALIZE_SPACE(ValueType.TEXT, 0, 1),
  TRANSLATE(ValueType.TEXT, 3, 3),
  BOOLEAN(ValueType.TRUTH, 1, 1),
  NOT(ValueType.TRUTH, 1, 1),
  TRUE(ValueType.TRUTH, 0, 0),
  FALSE(ValueType.TRUTH, 0, 0),
  NUMBER(ValueType.NUMBER, 0, 1),
  SUM(ValueType.NUMBER, 1, 1),
  FLOOR(ValueType.NUMBER, 1, 1),
  CEILING(ValueType.NUMBER, 1, 1),
  ROUND(ValueType.NUMBER, 1, 1);

  private final ValueType type;
  private final int least;
  private final int most;

  CoreFunction(ValueType type, int least, int most) {
    this.type = type;
    this.least = least;
    this.most = most;
  }

  static Optional<CoreFunction> named(String name) {
    return Stream.of(values()).filter(function -> function.toString().equals(name)).findFirst();
  }

  /// The type of its value.
  ValueType type() {
    return type;
  }

  boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  /// Whether the context node is its argument if there is none.
  boolean hasDefault() {
    return least == 0 && most == 1;
  }

  /// Whether its argument must be nodes: everything else converts what it gets.
  boolean takesNodes() {
    return switch (this) {
      case COUNT, SUM, NAME, LOCAL_NAME, NAMESPACE_URI -> true;
      default -> false;
    };
  }

  /// The name as it is written in expressions.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
