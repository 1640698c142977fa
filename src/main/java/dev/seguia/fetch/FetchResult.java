package dev.seguia.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What came of asking a server for a document. None of it is a bug of ours, so none is thrown.
public sealed interface FetchResult {
  /// A new document (200). Whoever is done with it closes it: large bodies are held a few at a
  /// time.
  ///
  /// @param location where it was found, after redirects
  /// @param body decoded from any content coding
  /// @param contentType the header's value, with its parameters
  /// @param validators empty ones where the answer carried none
  /// @param maxAge how long the answer may be taken as fresh (RFC 9111 section 4.2.1)
  /// @param movedTo the new address, where every hop of the redirect was permanent
  /// @param share of the memory for bodies
  record Fetched(
      URI location,
      byte[] body,
      Optional<String> contentType,
      Validators validators,
      Optional<Duration> maxAge,
      Optional<URI> movedTo,
      BodyMemory.Share share)
      implements FetchResult, AutoCloseable {
    @Override
    public void close() {
      share.close();
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
  record Resting(Duration left) implements FetchResult {}

  /// The document is gone for good (410).
  record Gone() implements FetchResult {}

  /// The document could not be had this time.
  ///
  /// @param reason in plain words, on one line
  record Unavailable(String reason) implements FetchResult {}

  /// We may not ask: the address is not a public one, or the URL is none that we fetch.
  ///
  /// @param reason in plain words, on one line
  record Refused(String reason) implements FetchResult {}
}
