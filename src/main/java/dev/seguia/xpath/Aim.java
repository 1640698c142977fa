package dev.seguia.xpath;

/// What an expression selects.
public enum Aim {
  /// Elements of a page, each of them an entry.
  ENTRIES,
  /// All elements of a kind within an entry.
  PARTS,
  /// The first element within an entry, or an attribute of it.
  PART
}
