package dev.seguia.store;

import dev.seguia.feed.LinkRules;
import dev.seguia.fetch.Validators;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What is remembered of a source from poll to poll.
///
/// @param validators of the last document that was read to its end and stored
/// @param bodyHash of the same document
/// @param nextPoll when it is due; empty for a source that was never polled
/// @param lastError why the last poll failed, in plain words; empty after a success
/// @param failures in a row
/// @param movedTo the address that permanent redirects lead to
/// @param gone the server said that the document is gone for good (410)
public record PollState(
    Validators validators,
    Optional<UUID> bodyHash,
    LinkRules linkRules,
    Optional<Instant> lastPoll,
    Optional<Instant> lastSuccess,
    Optional<Instant> nextPoll,
    Optional<String> lastError,
    int failures,
    Optional<URI> movedTo,
    boolean gone) {

  /// The state of a source that was never polled.
  public static PollState fresh() {
    return new PollState(
        Validators.none(),
        Optional.empty(),
        LinkRules.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        false);
  }

  /// After a poll that brought a document or the news that it is as it was.
  public PollState succeeded(Instant now, Instant next) {
    return new PollState(
        validators,
        bodyHash,
        linkRules,
        Optional.of(now),
        Optional.of(now),
        Optional.of(next),
        Optional.empty(),
        0,
        movedTo,
        false);
  }

  /// After a poll that brought nothing.
  public PollState failed(String reason, Instant now, Instant next) {
    return new PollState(
        validators,
        bodyHash,
        linkRules,
        Optional.of(now),
        lastSuccess,
        Optional.of(next),
        Optional.of(reason),
        failures + 1,
        movedTo,
        gone);
  }

  /// With what the last document was known by.
  public PollState with(Validators newValidators, Optional<UUID> newBodyHash, LinkRules rules) {
    return new PollState(
        newValidators,
        newBodyHash,
        rules,
        lastPoll,
        lastSuccess,
        nextPoll,
        lastError,
        failures,
        movedTo,
        gone);
  }

  public PollState withMovedTo(Optional<URI> target) {
    return new PollState(
        validators,
        bodyHash,
        linkRules,
        lastPoll,
        lastSuccess,
        nextPoll,
        lastError,
        failures,
        target,
        gone);
  }

  public PollState withGone() {
    return new PollState(
        validators,
        bodyHash,
        linkRules,
        lastPoll,
        lastSuccess,
        nextPoll,
        lastError,
        failures,
        movedTo,
        true);
  }
}
