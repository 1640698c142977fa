package dev.seguia.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Parses dates that stand alone, in all the formats that feeds use: RFC 822 and RFC 3339 first,
/// and then whatever people and programs write in any language. It is the stricter of two parsers
/// that share their words and forms: for dates with other words around them, or without a year,
/// there is [PageDates]. An impossible day (31 February), or one before the web or far in the
/// future, is no date; an impossible time of day does not invalidate the day.
public final class DateParser {
  private DateParser() {}

  private static final int LONGEST = 100;

  /// Parses a time, in UTC if it has no zone; empty if it is not a plausible date.
  public static Optional<Instant> parse(String text) {
    return parse(text, ZoneOffset.UTC);
  }

  /// Parses a time; empty if it is not a plausible date.
  ///
  /// @param usual the zone of a text that has none
  public static Optional<Instant> parse(String text, ZoneId usual) {
    if (text.length() > 10 * LONGEST) return Optional.empty();
    var line = DateWords.plain(text);
    if (line.isEmpty() || line.length() > LONGEST) return Optional.empty();
    try {
      return rfc822(line)
          .or(() -> rfc3339(line))
          .or(() -> EpochTime.of(line))
          .or(() -> FreeDate.parse(WrittenLine.plain(text), usual))
          .filter(Years::isPlausible);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// `Fri, 14 Nov 2025 10:00:00 +0000`, by far the most frequent: read by position.
  private static Optional<Instant> rfc822(String line) {
    if (line.length() < 25 || line.charAt(3) != ',' || line.charAt(4) != ' ')
      return Optional.empty();
    var at = line.charAt(6) == ' ' ? 6 : 7;
    if (line.length() < at + 20) return Optional.empty();
    var shaped = line.charAt(at) == ' ' && line.charAt(at + 4) == ' ' && line.charAt(at + 9) == ' ';
    if (!shaped || line.charAt(at + 12) != ':' || line.charAt(at + 15) != ':')
      return Optional.empty();
    if (line.charAt(at + 18) != ' ') return Optional.empty();
    var month = DateWords.shortMonth(line, at + 1);
    var zone = ZoneWords.zone(line.substring(at + 19));
    if (month == 0 || zone.isEmpty()) return Optional.empty();
    var date = day(number(line, at + 5, 4), month, number(line, 5, at - 5));
    return date.map(day ->
        moment(
            day,
            number(line, at + 10, 2),
            number(line, at + 13, 2),
            number(line, at + 16, 2),
            0,
            zone.get()));
  }

  /// `2025-11-14T10:00:00Z`, with a fraction and any offset.
  private static Optional<Instant> rfc3339(String line) {
    if (line.length() < 20 || line.charAt(4) != '-' || line.charAt(7) != '-')
      return Optional.empty();
    if (line.charAt(10) != 't' || line.charAt(13) != ':' || line.charAt(16) != ':')
      return Optional.empty();
    var at = 19;
    if (line.charAt(at) == '.') {
      at++;
      while (at < line.length() && Character.isDigit(line.charAt(at))) at++;
    }
    var fraction = at - 20;
    var zone = ZoneWords.zone(line.substring(at));
    if (zone.isEmpty()) return Optional.empty();
    var nanos = fraction < 1 ? 0 : nanos(line.substring(20, at));
    return day(number(line, 0, 4), number(line, 5, 2), number(line, 8, 2))
        .map(day ->
            moment(
                day,
                number(line, 11, 2),
                number(line, 14, 2),
                number(line, 17, 2),
                nanos,
                zone.get()));
  }

  static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9)); // what is finer is cut
  }

  /// The day, if it exists.
  static Optional<LocalDate> day(int year, int month, int day) {
    if (year < 1000) return Optional.empty();
    return Optional.of(LocalDate.of(year, month, day));
  }

  /// A moment of a day; 24:00 is the next midnight, and a leap second the second before it. A time
  /// that no clock shows (34:50) is the start of the day: the day is known all the same.
  static Instant moment(LocalDate date, int hour, int minute, int second, int nanos, ZoneId zone) {
    var midnight = hour == 24 && minute == 0 && second == 0;
    if ((hour > 23 && !midnight) || minute > 59 || second > 60)
      return date.atStartOfDay(zone).toInstant();
    var time =
        LocalDateTime.of(
            date, LocalTime.of(midnight ? 0 : hour, minute, second == 60 ? 59 : second, nanos));
    return (midnight ? time.plusDays(1) : time).atZone(zone).toInstant();
  }

  static Instant moment(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static int number(String line, int at, int length) {
    return Integer.parseUnsignedInt(line, at, at + length, 10);
  }
}
