package dev.seguia.source;

import java.net.URI;
import java.util.Optional;

/// The local copies of lists on the web: reading one sends no request.
@FunctionalInterface
public interface WebLists {
  /// What is at hand of a list.
  Holding of(URI url);

  /// The local state of a list.
  ///
  /// @param copy the last good one
  /// @param trouble why there is none, or no newer one, in plain words
  record Holding(Optional<Copy> copy, Optional<String> trouble) {
    /// The state of a list that was never requested.
    public static Holding none() {
      return new Holding(Optional.empty(), Optional.empty());
    }
  }

  /// A copy of a list.
  ///
  /// @param location where it was found, after redirects: addresses in it are relative to that
  /// @param document never changed by anyone
  /// @param isPublic it is at a public address, so its content is untrusted
  record Copy(URI location, byte[] document, boolean isPublic) {}
}
