package dev.seguia.poll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of one poll of one source.
public sealed interface PollResult {
  /// A document was read and what was in it is stored.
  ///
  /// @param entries how many entries the document holds
  /// @param added new entries
  /// @param updated known ones whose text changed in substance
  /// @param joined entries that another source, or another id, had brought before
  /// @param warnings what was wrong with the document and was mended
  record Read(int entries, int added, int updated, int joined, List<String> warnings)
      implements PollResult {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// The document is as it was.
  record Unchanged() implements PollResult {}

  /// The server asks for less.
  record Postponed(int status, Optional<Duration> retryAfter) implements PollResult {}

  /// The server asked for less a while ago, and was not asked.
  ///
  /// @param left how long it is still left alone
  record Spared(Duration left) implements PollResult {}

  /// The server says that the document is gone for good: it is polled no more.
  record Gone() implements PollResult {}

  /// Nothing could be had this time.
  ///
  /// @param reason in plain words, on one line
  record Failed(String reason) implements PollResult {}

  /// The source is being polled already.
  record Running() implements PollResult {}

  /// Whether the source answered as it should.
  default boolean isSuccess() {
    return switch (this) {
      case Read _, Unchanged _, Running _ -> true;
      case Postponed _, Spared _, Gone _, Failed _ -> false;
    };
  }

  /// The outcome in plain words, on one line.
  default String words() {
    return switch (this) {
      case Read(var entries, var added, var updated, var joined, _) ->
          "%d entries: %d new, %d updated, %d known elsewhere"
              .formatted(entries, added, updated, joined);
      case Unchanged() -> "unchanged";
      case Postponed(var status, _) -> "the server asks for less (HTTP " + status + ")";
      case Spared(var left) ->
          "not asked: the server wants to be left alone for %d s".formatted(left.toSeconds() + 1);
      case Gone() -> "gone for good (HTTP 410)";
      case Failed(var reason) -> reason;
      case Running() -> "is being polled already";
    };
  }
}
