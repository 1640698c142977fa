package dev.seguia.admin;

import dev.seguia.feed.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A secret text, kept as its digest, which has one length whatever the text is (constant-time
/// comparison).
public final class Secret {
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] digest;

  Secret(String text) {
    digest = Sha256.of(text);
  }

  /// A new random secret of 128 bits.
  public static String newText() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Compares in constant time, so that the time does not reveal how much of a text is right.
  boolean is(String text) {
    return MessageDigest.isEqual(digest, Sha256.of(text));
  }

  boolean isSameAs(Secret other) {
    return MessageDigest.isEqual(digest, other.digest);
  }
}
