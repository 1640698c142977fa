package dev.seguia.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Parses a calendar day with other words around it.
final class CalendarDate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<![\\d-])(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<![\\d/.-])(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/])");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})(?:er|st|nd|rd|th|\\.|º)? ?[-/]?(?:de |of |d['’])?([\\p{L}\\p{M}]{2,14})(?:\\.|[/ ]+\\(?[\\p{L}\\p{M}]{2,14}\\)?)?,?[- ]?(?:de |del )?(\\d{4})?(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})([\\p{L}\\p{M}]{2,14})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:h])(?:,? (\\d{4}))?(?!\\d)");

  /// A short word in the middle of a line is no zone, but for those that mean nothing else.
  private static final Pattern ZONE =
      Pattern.compile(
          "^\\W{0,3}(?:(?:gmt|utc) ?)?([+-]\\d{1,2}(?::?\\d{2})?(?!\\d)|(?:gmt|utc|cet|cest|z)(?![\\p{L}\\d])|[a-z]{2,4}(?=\\W*$))");

  /// Words beside a whole date: the name of an author, of a section.
  private static final int WORDS = 12;

  private static final int MONTHS = 12;
  private static final int YEARS_BACK = 8;

  private final DateLine line;
  private final LocalDate today;
  private final ZoneId zone;
  private final Locale language;

  /// @param text plain
  CalendarDate(String text, Instant now, ZoneId zone, Locale language) {
    line = new DateLine(text);
    today = LocalDate.ofInstant(now, zone);
    this.zone = zone;
    this.language = language;
  }

  Optional<Instant> read() {
    var whole = yearFirst().or(this::numbers);
    var clock = FreeClock.take(line);
    var at = clock.isPresent() ? zoneOfClock() : zone;
    var day = whole.or(this::named);
    if (line.words().size() > WORDS) return Optional.empty();
    return day.map(found -> clock.orElse(FreeClock.MIDNIGHT).on(found, at));
  }

  private ZoneId zoneOfClock() {
    var behind = line.taken();
    return line.cut(ZONE, behind, found -> ZoneWords.zone(found.get(1)))
        .or(() -> ZoneWords.takeWrittenOut(line))
        .orElse(zone);
  }

  private Optional<LocalDate> yearFirst() {
    return line.take(YEAR_FIRST)
        .map(found -> LocalDate.of(number(found, 1), number(found, 2), number(found, 3)));
  }

  /// Day before month, as most of the world has it, unless that cannot be or lies ahead.
  private Optional<LocalDate> numbers() {
    return line.take(NUMBERS)
        .flatMap(found -> {
          var year = Years.full(number(found, 4));
          var dayFirst = day(year, number(found, 3), number(found, 1));
          var monthFirst = day(year, number(found, 1), number(found, 3));
          var order =
              "US".equals(language.getCountry())
                  ? List.of(monthFirst, dayFirst)
                  : List.of(dayFirst, monthFirst);
          var days = order.stream().flatMap(Optional::stream).toList();
          return days.stream()
              .filter(day -> !day.isAfter(today.plusDays(1)))
              .findFirst()
              .or(() -> days.stream().findFirst());
        });
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    return month < 1 || month > MONTHS || !YearMonth.of(year, month).isValidDay(day)
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, day));
  }

  private Optional<LocalDate> named() {
    return Stream.of(named(DAY_FIRST, 2, 1), named(MONTH_FIRST, 1, 2))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<LocalDate> named(Pattern form, int monthAt, int dayAt) {
    var found = line.first(form, groups -> DateWords.month(groups.get(monthAt)).isPresent());
    if (found.isEmpty()) return Optional.empty();
    var parts = found.get();
    var month = DateWords.month(parts.get(monthAt)).orElseThrow();
    var day = number(parts, dayAt);
    if (!parts.get(3).isEmpty()) return day(number(parts, 3), month, day);
    // "14 mars" alone may be of anything: it is a date if nothing else is said
    return WrittenLine.isExplained(line)
        ? Optional.of(newest(month, day, today))
        : Optional.empty();
  }

  /// That day in the last year in which it is not yet to come.
  static LocalDate newest(int month, int day, LocalDate today) {
    for (var year = today.getYear(); year >= today.getYear() - YEARS_BACK; year--) {
      var found = day(year, month, day);
      if (found.isPresent() && !found.get().isAfter(today)) return found.get();
    }
    throw new DateTimeException("no such day: " + day + "/" + month);
  }

  private static int number(List<String> parts, int at) {
    return Integer.parseInt(parts.get(at));
  }
}
