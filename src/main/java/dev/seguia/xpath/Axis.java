package dev.seguia.xpath;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The axes of XPath 1.0 (2.2), without namespaces.
enum Axis {
  ANCESTOR,
  ANCESTOR_OR_SELF,
  ATTRIBUTE,
  CHILD,
  DESCENDANT,
  DESCENDANT_OR_SELF,
  FOLLOWING,
  FOLLOWING_SIBLING,
  PARENT,
  PRECEDING,
  PRECEDING_SIBLING,
  SELF;

  /// The axis of a name as it is written in expressions.
  static Optional<Axis> named(String name) {
    return Stream.of(values()).filter(axis -> axis.written().equals(name)).findFirst();
  }

  private String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
