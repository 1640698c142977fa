package dev.seguia.relate;

import java.util.OptionalDouble;

/// The strength of the association of one tag with another: the share of its entries that have the
/// other one too, smoothed for rare tags.
///
/// The measure is `both / ((one + 2) (other + 2)^0.25)`.
final class Association {
  /// In entries, as counts fade: two of the last days.
  private static final double LEAST = 1.5;

  /// In entries, as counts fade: three of the last days, where chance brings two together.
  private static final double LEAST_OF_MANY = 2.5;

  /// In entries.
  private static final double MANY = 10_000;

  /// A tag on a larger share of all entries is for going about, and says nothing.
  private static final double COMMON = 0.2;

  /// Added to counts, so that tags of few entries do not win by chance.
  private static final double DOUBT = 2;

  private static final double RARITY = 0.25;

  /// In entries; of fewer, a fifth is a handful, and says no such thing.
  private static final double FEW = 100;

  private Association() {}

  private static boolean isCommon(double other, double all) {
    return all >= FEW && other > COMMON * all;
  }

  /// The score; nothing where both have hardly met, or the other is on everything.
  ///
  /// @param both entries with both tags
  /// @param one entries with the requested tag
  /// @param other entries with the other one
  /// @param all entries
  static OptionalDouble score(double both, double one, double other, double all) {
    if (both < (all > MANY ? LEAST_OF_MANY : LEAST) || isCommon(other, all))
      return OptionalDouble.empty();
    return OptionalDouble.of(both / ((one + DOUBT) * Math.pow(other + DOUBT, RARITY)));
  }
}
