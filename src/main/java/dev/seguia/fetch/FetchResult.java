package dev.seguia.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of asking a server for a document. None of it is a bug of ours, so none is thrown.
public sealed interface FetchResult {
  /// A new document (200). Whoever is done with it closes it: large bodies are held a few at a
  /// time.
  ///
  /// @param location where it was found, after redirects
  /// @param body decoded from any content coding
  /// @param contentType the header's value, with its parameters
  /// @param links the values of the `Link` headers (RFC 8288), as they came
  /// @param validators empty ones where the answer carried none
  /// @param maxAge how long the answer may be taken as fresh (RFC 9111 section 4.2.1)
  /// @param movedTo the new address, where every hop of the redirect was permanent
  /// @param isPublic it came from a public address, or by way of one: strangers may have written it
  /// @param remarks what is wrong with the response though the document can be read, in plain words
  /// @param share of the memory for bodies
  record Fetched(
      URI location,
      byte[] body,
      Optional<String> contentType,
      List<String> links,
      Validators validators,
      Optional<Duration> maxAge,
      Optional<URI> movedTo,
      boolean isPublic,
      List<String> remarks,
      BodyMemory.Share share)
      implements FetchResult, AutoCloseable {
    public Fetched {
      links = List.copyOf(links);
      remarks = List.copyOf(remarks);
    }

    /// What it is where it is not what was asked for: a challenge, a consent wall, a login, a page
    /// of suspension, maintenance, parking or absence; empty if nothing speaks for that.
    ///
    /// @param asked the address that was asked for
    /// @return plain words on one line, with the title of the page
    public Optional<String> interstitial(URI asked) {
      return Interstitial.of(asked, location, body);
    }

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
