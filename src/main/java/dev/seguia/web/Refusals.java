package dev.seguia.web;

import java.util.Optional;

/// Tells people why they do not get what they ask for. Programs are told in plain words.
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
