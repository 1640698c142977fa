package dev.seguia.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What came of asking a server for a document. None of it is a bug of ours, so none is thrown.
public sealed interface FetchResult {
  /// A new document (200). Whoever is done with it closes it: large bodies are held a few at a
  /// time.
  ///
  /// @param release gives back the memory that the body takes
  record Fetched(FetchedDocument document, Runnable release) implements FetchResult, AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }

  /// The document is as it was (304).
  ///
  /// @param validators those that were sent, with what the answer renewed
  record NotModified(Validators validators, Optional<Duration> maxAge, Optional<URI> movedTo)
      implements FetchResult {}

  /// The server asks for less (429, 503).
  ///
  /// @param retryAfter as it says, however long that is
  /// @param site all of whose documents are left alone for a while (429); empty if it speaks of
  ///   this one alone (503)
  record Throttled(int status, Optional<Duration> retryAfter, Optional<Site> site)
      implements FetchResult {}

  /// The server asked for less a while ago, and was not asked.
  ///
  /// @param left how long it is still left alone
  record BackingOff(Duration left) implements FetchResult {}

  /// The document is gone for good (410).
  record Gone() implements FetchResult {}

  /// The document could not be had this time.
  ///
  /// @param reason in plain words, on one line
  /// @param isAbsent the server says that there is no such document
  record Unavailable(String reason, boolean isAbsent) implements FetchResult {}

  /// We may not ask: the address is not a public one, or the URL is none that we fetch.
  ///
  /// @param reason in plain words, on one line
  record Refused(String reason) implements FetchResult {}

  /// Whether the server says that there is no such document, for now or for good.
  default boolean isAbsent() {
    return switch (this) {
      case Gone() -> true;
      case Unavailable unavailable -> unavailable.isAbsent();
      case Fetched _, NotModified _, Throttled _, BackingOff _, Refused _ -> false;
    };
  }

  /// Why there is no document, in plain words on one line; empty if there is one.
  default String reason() {
    return switch (this) {
      case Fetched _ -> "";
      case NotModified _ -> "304, though nothing was asked for";
      case Throttled(var status, _, _) -> "the server asks for less (HTTP " + status + ")";
      case BackingOff _ -> "the server asked for less a moment ago";
      case Gone() -> "gone for good (HTTP 410)";
      case Unavailable(var reason, _) -> reason;
      case Refused(var reason) -> reason;
    };
  }
}
