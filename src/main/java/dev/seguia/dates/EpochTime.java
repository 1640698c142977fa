package dev.seguia.dates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses Unix timestamps: seconds since 1970, or milliseconds, microseconds or nanoseconds, with
/// or without a fraction, also as `@1763114400`, `1.7631144E9` and `/Date(1763114400000+0100)/`.
/// The magnitude decides the unit: only one of the four gives a date in the time of the web.
final class EpochTime {
  private static final Pattern NUMBER =
      Pattern.compile(
          "@?(\\d{9,19}(?:[.,]\\d{1,12})?|\\d[.,]\\d{1,18}e\\+?(?:8|9|1[0-8]))(?: ?(?:s|ms|us|ns))?");
  private static final Pattern SCRIPT =
      Pattern.compile("[\\\\/]*(?:new )?date\\((\\d{9,13})(?:[+-]\\d{4})?\\)[\\\\/]*");

  private static final BigDecimal EARLIEST = BigDecimal.valueOf(Years.EARLIEST.getEpochSecond());
  private static final BigDecimal LATEST = BigDecimal.valueOf(Years.LATEST.getEpochSecond());
  private static final int UNITS = 4;
  private static final int THOUSAND = 3;
  private static final int NANOS = 9;

  private EpochTime() {}

  /// @param text plain
  static Optional<Instant> of(String text) {
    var number = NUMBER.matcher(text);
    if (number.matches()) return moment(new BigDecimal(number.group(1).replace(',', '.')));
    var script = SCRIPT.matcher(text);
    return script.matches() ? moment(new BigDecimal(script.group(1))) : Optional.empty();
  }

  private static Optional<Instant> moment(BigDecimal number) {
    for (var unit = 0; unit < UNITS; unit++) {
      var seconds = number.movePointLeft(THOUSAND * unit);
      if (seconds.compareTo(EARLIEST) >= 0 && seconds.compareTo(LATEST) < 0)
        return Optional.of(exact(seconds.setScale(NANOS, RoundingMode.DOWN)));
    }
    return Optional.empty();
  }

  private static Instant exact(BigDecimal seconds) {
    var whole = seconds.longValue();
    var nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(NANOS).intValue();
    return Instant.ofEpochSecond(whole, nanos);
  }
}
