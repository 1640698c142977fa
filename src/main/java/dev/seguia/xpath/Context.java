package dev.seguia.xpath;

/// Where an expression is evaluated (XPath 1.0, 1).
///
/// @param node its number in a [NodeTable]
/// @param position of the node among those that a predicate filters, from 1
/// @param size the number of those
record Context(int node, int position, int size) {
  static Context of(int node) {
    return new Context(node, 1, 1);
  }
}
