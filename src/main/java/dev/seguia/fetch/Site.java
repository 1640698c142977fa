package dev.seguia.fetch;

import java.net.URI;
import java.util.Optional;

/// A server, as seen from outside: a 429 for one of its documents (too many requests, RFC 6585
/// section 4) applies to all of them.
///
/// @param host in its plain spelling
/// @param port -1 for the usual one, of http or https: behind both is the same server
public record Site(String host, int port) {
  /// The server that a URL points at; empty if we do not fetch from it.
  public static Optional<Site> of(URI url) {
    try {
      return Optional.of(Target.of(url).site());
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
