package dev.seguia.fetch;

import java.util.Optional;

/// What a server gave us to ask later whether a document has changed (RFC 9110 section 8.8).
/// Opaque: sent back to the letter, quotes and `W/` included.
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  public static Validators none() {
    return new Validators(Optional.empty(), Optional.empty());
  }
}
