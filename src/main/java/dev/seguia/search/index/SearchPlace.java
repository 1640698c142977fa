package dev.seguia.search.index;

import java.util.Optional;
import java.util.regex.Pattern;

/// A position in search results, from which the next page starts.
///
/// @param score of the last entry of the page before; 0 in an order without scores
/// @param arrived in seconds since 1970
/// @param seq of that entry
/// @param now that the scores were reckoned by, in seconds since 1970
public record SearchPlace(float score, long arrived, long seq, long now) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9a-f]{1,8})\\.(-?\\d{1,15})\\.(\\d{1,19})\\.(-?\\d{1,15})");

  /// Parses what [#toString()] wrote; empty if it is something else.
  public static Optional<SearchPlace> parse(String text) {
    var parts = WRITTEN.matcher(text);
    if (!parts.matches()) return Optional.empty();
    try {
      var score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts.group(1), 16));
      if (!Float.isFinite(score)) return Optional.empty();
      return Optional.of(
          new SearchPlace(
              score,
              Long.parseLong(parts.group(2)),
              Long.parseLong(parts.group(3)),
              Long.parseLong(parts.group(4))));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /// The form for URLs.
  @Override
  public String toString() {
    return Integer.toHexString(Float.floatToIntBits(score)) + "." + arrived + "." + seq + "." + now;
  }
}
