package dev.seguia.fetch;

import java.net.URI;
import java.util.Optional;

/// A server, as it is known from outside: what one of its documents says of too many requests (429,
/// RFC 6585 section 4) concerns all of them.
///
/// @param host in its plain spelling
/// @param port -1 for the usual one, of http or https: behind both is the same server
public record Site(String host, int port) {
  /// The server of a URL; empty if it is none that we fetch.
  public static Optional<Site> of(URI url) {
    try {
      return Optional.of(Target.of(url).site());
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
