package dev.seguia.xpath;

import java.util.List;

/// A step of a path: `child::div[@id]`.
///
/// @param test a name, `*`, or what has parentheses: `node()`, `text()`
record Step(String axis, String test, List<Expression> predicates) {
  private static final String NODE = "node()";

  Step {
    predicates = List.copyOf(predicates);
  }

  /// What `.` stands for.
  static Step self() {
    return new Step("self", NODE, List.of());
  }

  /// What `..` stands for.
  static Step parent() {
    return new Step("parent", NODE, List.of());
  }

  /// What `//` stands for.
  static Step anyDepth() {
    return new Step("descendant-or-self", NODE, List.of());
  }

  boolean isAttribute() {
    return axis.equals("attribute");
  }

  boolean isText() {
    return test.equals("text()");
  }

  boolean isParent() {
    return equals(parent());
  }

  Step withoutLastPredicate() {
    return new Step(axis, test, predicates.subList(0, predicates.size() - 1));
  }
}
