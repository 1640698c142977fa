package dev.seguia.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The outcome of requesting a document. None of it is a bug of ours, so none is thrown.
public sealed interface FetchResult {
  /// A new document (200). The caller closes it when done: only a few large bodies are held at a
  /// time.
  ///
  /// @param release gives back the memory that the body takes
  record Fetched(FetchedDocument document, Runnable release) implements FetchResult, AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }

  /// The document has not changed (304).
  ///
  /// @param validators those that were sent, with what the response renewed
  record NotModified(Validators validators, Optional<Duration> maxAge, Optional<URI> movedTo)
      implements FetchResult {}

  /// The server asks for fewer requests (429, 503).
  ///
  /// @param retryAfter as it says, however long that is
  /// @param site all of whose documents are left alone for a while (429); empty if it speaks of
  ///   this one alone (503)
  record Throttled(int status, Optional<Duration> retryAfter, Optional<Site> site)
      implements FetchResult {}

  /// The server asked for fewer requests a while ago (back-off), so no request was sent.
  ///
  /// @param left the remaining back-off
  record BackingOff(Duration left) implements FetchResult {}

  /// The document is gone for good (410).
  record Gone() implements FetchResult {}

  /// The document is unavailable this time.
  ///
  /// @param reason in plain words, on one line
  /// @param isAbsent the server says that there is no such document
  record Unavailable(String reason, boolean isAbsent) implements FetchResult {}

  /// Our rules forbid the request: the address is not public, or we do not fetch such a URL.
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
      case NotModified _ -> "unexpected 304 (no validators were sent)";
      case Throttled(var status, _, _) ->
          "the server asks for fewer requests (HTTP " + status + ")";
      case BackingOff _ -> "the server asked for fewer requests a moment ago";
      case Gone() -> "gone for good (HTTP 410)";
      case Unavailable(var reason, _) -> reason;
      case Refused(var reason) -> reason;
    };
  }
}
