package dev.seguia.xpath;

import java.util.List;

/// What became of an expression of XPath.
public sealed interface Translation {
  /// A selector finds the same.
  ///
  /// @param selector in CSS as jsoup reads it, with `@attribute` at its end where one is meant; `.`
  ///   for the place from which one looks
  /// @param notes where it may differ by a hair, in words
  record Selected(String selector, List<String> notes) implements Translation {
    public Selected {
      notes = List.copyOf(notes);
    }
  }

  /// No selector says the same.
  ///
  /// @param reason goes on after `since`
  record Inexpressible(String reason) implements Translation {}
}
