package dev.seguia.fetch;

import java.net.URI;
import java.util.Optional;

/// ETag and Last-Modified of a document, sent back in conditional requests (RFC 9110 section 8.8).
/// Opaque: sent back unchanged, quotes and `W/` included.
///
/// @param of the URL that gave them, and the only one that they are sent to: a redirect may lead to
///   another document tomorrow, which is no older than the one we know; empty for the URL that is
///   asked for first
public record Validators(Optional<String> etag, Optional<String> lastModified, Optional<URI> of) {
  /// The validators of the first requested URL.
  public Validators(Optional<String> etag, Optional<String> lastModified) {
    this(etag, lastModified, Optional.empty());
  }

  public static Validators none() {
    return new Validators(Optional.empty(), Optional.empty());
  }

  public boolean areNone() {
    return etag.isEmpty() && lastModified.isEmpty();
  }

  /// Whether a server that compares these can distinguish the two documents. Where there is an
  /// entity tag, the date does not count (RFC 9110 section 13.2.2).
  public boolean tellApart(Validators other) {
    if (etag.isPresent() && other.etag.isPresent()) return !etag.equals(other.etag);
    return lastModified.isEmpty() || !lastModified.equals(other.lastModified);
  }

  /// The validators that may be sent to a URL of the redirect path.
  Validators at(Hop hop) {
    return of.map(url -> url.equals(hop.url())).orElse(hop.number() == 0) ? this : none();
  }
}
