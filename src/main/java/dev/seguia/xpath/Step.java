package dev.seguia.xpath;

import dev.seguia.xpath.NodeTable.Kind;
import java.util.List;
import java.util.Optional;

/// A step of a path: `child::div[@id]`.
record Step(Axis axis, NodeTest test, List<Expression> predicates) {
  /// What `//` stands for.
  static final Step ANY_DEPTH = new Step(Axis.DESCENDANT_OR_SELF, NodeTest.ANY, List.of());

  Step {
    predicates = List.copyOf(predicates);
  }

  /// The nodes that a step takes from its axis.
  ///
  /// @param kind any if absent
  /// @param name any if empty
  record NodeTest(Optional<Kind> kind, String name) {
    static final NodeTest ANY = new NodeTest(Optional.empty(), "");

    boolean canBeElement() {
      return kind.isEmpty() || kind.get() == Kind.ELEMENT;
    }
  }
}
