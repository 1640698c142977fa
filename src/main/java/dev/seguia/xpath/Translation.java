package dev.seguia.xpath;

import java.util.List;

/// The result of translating an XPath expression.
public sealed interface Translation {
  /// An equivalent selector.
  ///
  /// @param selector in CSS as jsoup reads it, with `@attribute` at its end where one is meant; `.`
  ///   for the place from which one looks
  /// @param notes where it may differ by a hair, in words
  record Selected(String selector, List<String> notes) implements Translation {
    public Selected {
      notes = List.copyOf(notes);
    }
  }

  /// No equivalent selector exists.
  ///
  /// @param reason goes on after `since`
  record Inexpressible(String reason) implements Translation {}
}
