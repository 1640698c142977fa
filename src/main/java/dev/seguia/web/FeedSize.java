package dev.seguia.web;

import java.util.Optional;
import java.util.OptionalInt;

/// How many entries of a feed a request asks for.
final class FeedSize {
  /// What the client is told where it is none.
  static final String BAD = "limit must be a whole number of 1 or more, as in ?limit=20";

  private FeedSize() {}

  /// The size that is asked for, if any; empty if it is none.
  static Optional<OptionalInt> asked(Request request) {
    try {
      var limit = request.parameter("limit");
      if (limit.isEmpty()) return Optional.of(OptionalInt.empty());
      if (!limit.get().matches("0*[1-9][0-9]{0,8}")) return Optional.empty();
      return Optional.of(OptionalInt.of(Integer.parseInt(limit.get())));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
