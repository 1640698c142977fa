package dev.seguia.normalise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Keeps the ids of sources as they are, within what a store can look up.
final class Ids {
  private static final int LONGEST = 2_000;
  private static final int PREFIX = 1_000;

  private Ids() {}

  /// The id verbatim, save characters that XML has no room for; of a very long one the beginning
  /// and a hash of all of it.
  static Optional<String> bounded(String id) {
    var legal = Characters.legal(id).strip();
    if (legal.length() > LONGEST) legal = Characters.head(legal, PREFIX) + "#" + hash(legal);
    return Optional.of(legal).filter(text -> !text.isEmpty());
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
