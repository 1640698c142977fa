package dev.seguia.poll;

import dev.seguia.store.arrival.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The outcome of one poll of one source.
public sealed interface PollResult {
  /// A document was read and its entries are stored. Each entry is counted once: what is neither
  /// new, updated, joined, repeated nor purged is unchanged.
  ///
  /// @param entries how many entries the document holds
  /// @param repeats how many of them say what another one of the same id or link says
  /// @param stored what became of the others
  /// @param warnings what was wrong with the document and was mended
  record Read(int entries, int repeats, Poll.Stored stored, List<String> warnings)
      implements PollResult {
    public Read {
      warnings = List.copyOf(warnings);
    }

    /// A document that was read, of which nothing is stored yet.
    static Read of(int entries, int repeats, List<String> warnings) {
      return new Read(entries, repeats, Poll.Stored.NOTHING, warnings);
    }

    Read with(Poll.Stored outcome) {
      return new Read(entries, repeats, outcome, warnings);
    }

    /// How many entries are new.
    public int added() {
      return stored.added();
    }

    /// How many known entries changed in substance.
    public int updated() {
      return stored.updated();
    }

    /// How many entries were already known from another source, or by another id.
    public int joined() {
      return stored.joined();
    }

    /// Whether a reader would notice a change: some sources give their entries new ids at every
    /// poll.
    public boolean isNews() {
      return added() + updated() > 0 || !stored.joinedTo().isEmpty();
    }

    /// How many entries are unchanged.
    public int unchanged() {
      return entries - added() - updated() - joined() - leftOut();
    }

    /// How many entries of the document are not published.
    public int leftOut() {
      return repeats + stored.purged();
    }

    private String told() {
      var words =
          new StringBuilder(
              "%d entries: %d new, %d updated, %d unchanged, %d known elsewhere"
                  .formatted(entries, added(), updated(), unchanged(), joined()));
      if (!stored.joinedTo().isEmpty())
        words.append(" (").append(String.join(", ", stored.joinedTo())).append(')');
      if (leftOut() > 0)
        words.append(
            ", %d left out (%d repeated, %d purged before)"
                .formatted(leftOut(), repeats, stored.purged()));
      for (var warning : warnings) words.append("; ").append(warning);
      return words.toString();
    }
  }

  /// The document has not changed.
  record Unchanged() implements PollResult {}

  /// The server asks for fewer requests.
  record Postponed(int status, Optional<Duration> retryAfter) implements PollResult {}

  /// The server asked for fewer requests a while ago (back-off), so no request was sent.
  ///
  /// @param left the remaining back-off
  record BackedOff(Duration left) implements PollResult {}

  /// The server says that the document is gone for good: it is no longer polled.
  record Gone() implements PollResult {}

  /// The poll failed: nothing could be fetched or read.
  ///
  /// @param reason in plain words, on one line
  record Failed(String reason) implements PollResult {}

  /// Another poll of the source is running.
  record Running() implements PollResult {}

  /// Whether the source responded as expected.
  default boolean isSuccess() {
    return switch (this) {
      case Read _, Unchanged _, Running _ -> true;
      case Postponed _, BackedOff _, Gone _, Failed _ -> false;
    };
  }

  /// The outcome in words, on one line.
  default String words() {
    return switch (this) {
      case Read read -> read.told();
      case Unchanged() -> "unchanged";
      case Postponed(var status, _) -> "the server asks for fewer requests (HTTP " + status + ")";
      case BackedOff(var left) ->
          "not requested: the server asked for fewer requests; next in %d s"
              .formatted(left.toSeconds() + 1);
      case Gone() -> "gone for good (HTTP 410)";
      case Failed(var reason) -> reason;
      case Running() -> "already being polled";
    };
  }
}
