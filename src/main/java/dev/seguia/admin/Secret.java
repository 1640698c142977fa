package dev.seguia.admin;

import dev.seguia.feed.Sha256;
import java.security.MessageDigest;

/// A text that only some know. What is kept is its digest, of one length whatever the text is.
final class Secret {
  private final byte[] digest;

  Secret(String text) {
    digest = Sha256.of(text);
  }

  /// Whether a text is the secret, told in a time that does not tell how much of it is right.
  boolean is(String text) {
    return MessageDigest.isEqual(digest, Sha256.of(text));
  }

  boolean isSameAs(Secret other) {
    return MessageDigest.isEqual(digest, other.digest);
  }
}
