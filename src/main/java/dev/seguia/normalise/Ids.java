package dev.seguia.normalise;

import dev.seguia.feed.Sha256;
import dev.seguia.text.Truncation;
import dev.seguia.text.XmlCharacters;
import java.util.HexFormat;
import java.util.Optional;

/// Keeps the ids of sources unchanged, up to the length that a store can look up.
final class Ids {
  private static final int LONGEST = 2_000;
  private static final int PREFIX = 1_000;

  private Ids() {}

  /// The id verbatim, save characters that XML has no room for; of a very long one the beginning
  /// and a hash of all of it.
  static Optional<String> bounded(String id) {
    var legal = XmlCharacters.legal(id).strip();
    if (legal.length() > LONGEST) legal = Truncation.head(legal, PREFIX) + "#" + hash(legal);
    return Optional.of(legal).filter(text -> !text.isEmpty());
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
