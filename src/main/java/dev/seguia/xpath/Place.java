package dev.seguia.xpath;

/// The context node of an expression.
enum Place {
  /// The whole page.
  PAGE,
  /// An entry, or an element in a condition: what is around it cannot be seen.
  ELEMENT
}
