package dev.seguia.admin;

import dev.seguia.feed.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A text that only some know. What is kept is its digest, of one length whatever the text is.
public final class Secret {
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] digest;

  Secret(String text) {
    digest = Sha256.of(text);
  }

  /// A text that no one knows yet: 128 random bits, of which no part can be guessed.
  public static String newText() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Whether a text is the secret, told in a time that does not tell how much of it is right.
  boolean is(String text) {
    return MessageDigest.isEqual(digest, Sha256.of(text));
  }

  boolean isSameAs(Secret other) {
    return MessageDigest.isEqual(digest, other.digest);
  }
}
