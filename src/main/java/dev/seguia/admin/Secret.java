package dev.seguia.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A text that only some know. What is kept is its digest, of one length whatever the text is.
final class Secret {
  private final byte[] digest;

  Secret(String text) {
    digest = digest(text);
  }

  /// Whether a text is the secret, told in a time that does not tell how much of it is right.
  boolean is(String text) {
    return MessageDigest.isEqual(digest, digest(text));
  }

  boolean isSameAs(Secret other) {
    return MessageDigest.isEqual(digest, other.digest);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
