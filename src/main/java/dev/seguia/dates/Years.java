package dev.seguia.dates;

import java.time.Instant;

/// Which years dates may have: those of the web.
final class Years {
  static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /// Exclusive.
  static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private static final int LAST_CENTURY = 70;

  private Years() {}

  static boolean isPlausible(Instant moment) {
    return !moment.isBefore(EARLIEST) && moment.isBefore(LATEST);
  }

  /// A year of one or two digits is one of 1970 to 2069; any other is left as it is.
  static int full(int year) {
    if (year >= 100) return year;
    return year < LAST_CENTURY ? 2000 + year : 1900 + year;
  }
}
