package dev.seguia.quality;

/// How right and how complete a set of decisions is.
///
/// @param right decisions, and right ones at that
/// @param wrong decisions
/// @param missed decisions that should have been taken
record Precision(double right, double wrong, double missed) {
  static Precision of(boolean gold, boolean found, double weight) {
    return new Precision(
        gold && found ? weight : 0, !gold && found ? weight : 0, gold && !found ? weight : 0);
  }

  Precision plus(Precision other) {
    return new Precision(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  /// In per cent.
  double precision() {
    return right + wrong == 0 ? 100 : 100 * right / (right + wrong);
  }

  /// In per cent.
  double recall() {
    return right + missed == 0 ? 100 : 100 * right / (right + missed);
  }

  /// In per cent.
  double f1() {
    return harmonic(precision(), recall());
  }

  static double harmonic(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
