package dev.seguia.source;

import java.net.URI;
import java.util.Optional;

/// Checks whether a URL may ever be fetched.
@FunctionalInterface
public interface Objections {
  /// In plain words; empty if nothing speaks against it.
  Optional<String> to(URI url);

  /// None to any.
  static Objections none() {
    return _ -> Optional.empty();
  }
}
