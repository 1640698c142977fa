package dev.seguia.xpath;

/// From where one looks.
enum Place {
  /// The whole page.
  PAGE,
  /// An entry, or an element in a condition: what is around it cannot be seen.
  ELEMENT
}
