package dev.seguia.web;

import java.util.Optional;

/// Error pages for people. Programs get plain text.
@FunctionalInterface
public interface Refusals {
  /// A page in place of plain words.
  ///
  /// @param refusal what a program would get: 400 or above
  /// @return empty where plain words will do
  Optional<Response> page(Request request, Response refusal);

  /// Plain words for all.
  static Refusals plain() {
    return (_, _) -> Optional.empty();
  }
}
