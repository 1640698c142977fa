package dev.seguia.sitemap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the day, month or year in the name of a sitemap, as in `posts-2025-11.xml` or
/// `sitemap.xml?yyyy=2025&mm=11&dd=14`.
final class NamedPeriod {
  private static final String NEXT = "(?:[-_/.]|&[a-z]{1,5}=)?";
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)(?:"
              + NEXT
              + "(0[1-9]|1[0-2])(?:"
              + NEXT
              + "(0[1-9]|[12]\\d|3[01]))?)?(?!\\d)");

  private NamedPeriod() {}

  /// The end of the last period that a name holds.
  static Optional<Instant> lastOf(String name) {
    return PERIOD
        .matcher(name)
        .results()
        .map(NamedPeriod::end)
        .reduce((_, last) -> last)
        .map(end -> end.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static LocalDate end(MatchResult period) {
    var year = Integer.parseInt(period.group(1));
    if (period.group(2) == null) return LocalDate.of(year + 1, 1, 1);
    var month = YearMonth.of(year, Integer.parseInt(period.group(2)));
    if (period.group(3) == null) return month.plusMonths(1).atDay(1);
    var day = Integer.parseInt(period.group(3));
    return month.isValidDay(day) ? month.atDay(day).plusDays(1) : month.plusMonths(1).atDay(1);
  }
}
