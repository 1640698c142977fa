package dev.seguia.conformance;

/// What became of an expectation.
sealed interface Verdict {
  record Met() implements Verdict {}

  record Missed(String actual) implements Verdict {}

  /// Not for an aggregator to meet.
  record LeftOut(String reason) implements Verdict {}
}
