package dev.seguia.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A document, and what is known of it beside its bytes; however it came: asked for, pushed, or
/// read from a file.
///
/// @param location where it was found, after redirects
/// @param body decoded from any content coding
/// @param contentType the header's value, with its parameters
/// @param links the values of the `Link` headers (RFC 8288), as they came
/// @param validators empty ones where the response carried none
/// @param maxAge how long the response may be taken as fresh (RFC 9111 section 4.2.1)
/// @param movedTo the new address, where every hop of the redirect was permanent
/// @param isPublic it came from a public address, or by way of one: strangers may have written it
/// @param remarks what is wrong with the response though the document can be read, in plain words
public record FetchedDocument(
    URI location,
    byte[] body,
    Optional<String> contentType,
    List<String> links,
    Validators validators,
    Optional<Duration> maxAge,
    Optional<URI> movedTo,
    boolean isPublic,
    List<String> remarks) {
  public FetchedDocument {
    links = List.copyOf(links);
    remarks = List.copyOf(remarks);
  }

  /// A document that was not asked for.
  ///
  /// @param location what its relative links are resolved against
  /// @param isPublic strangers may have written it
  public static FetchedDocument received(
      URI location, byte[] body, Optional<String> contentType, boolean isPublic) {
    return new FetchedDocument(
        location,
        body,
        contentType,
        List.of(),
        Validators.none(),
        Optional.empty(),
        Optional.empty(),
        isPublic,
        List.of());
  }

  /// What it is where it is not what was asked for: a challenge, a consent wall, a login, a page of
  /// suspension, maintenance, parking or absence; empty if nothing speaks for that.
  ///
  /// @param asked the address that was asked for
  /// @return plain words on one line, with the title of the page
  public Optional<String> interstitial(URI asked) {
    return Interstitial.of(asked, location, body);
  }
}
