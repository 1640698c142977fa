package dev.seguia.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses the time of day in free-form dates: `10:00`, `10h30`, `9:05 p.m.`, `15시 4분`.
record FreeClock(int hour, int minute, int second, int nanos) {
  static final FreeClock MIDNIGHT = new FreeClock(0, 0, 0, 0);

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d:+-])(\\d{1,2})(?:[:h]|[시時时点點] ?)(\\d{1,2})(?:(?::|[분分] ?)(\\d{1,2})[초秒]?(?:[.,](\\d{1,12}))?)?[분分]? ?([ap]\\.?m\\b\\.?)?(?![\\d])");
  private static final Pattern HOUR =
      Pattern.compile("(?<=[^\\d:]|^)(\\d{1,2}) ?(h\\b|[ap]\\.?m\\b\\.?|(?= [+-]\\d{4}$))");

  private static final Pattern COMPACT = Pattern.compile("^\\s*t(\\d{2})(\\d{2})(\\d{2})?(?!\\d)");

  /// The last clock counts: some programs write the date as midnight and the time after it.
  static Optional<FreeClock> take(DateLine line) {
    Optional<FreeClock> clock = Optional.empty();
    for (var found = line.take(CLOCK); found.isPresent(); found = line.take(CLOCK))
      clock = found.map(FreeClock::of);
    if (clock.isPresent()) return clock;
    var compact = line.take(COMPACT);
    if (compact.isPresent())
      return compact.map(found -> compact(found.get(1), found.get(2), found.get(3)));
    return line.take(HOUR).map(found -> of(found.get(1), "0", "0", "", found.get(2)));
  }

  private static FreeClock of(List<String> found) {
    return of(found.get(1), found.get(2), found.get(3), found.get(4), found.get(5));
  }

  private static FreeClock of(
      String hour, String minute, String second, String fraction, String half) {
    var hours = Integer.parseInt(hour);
    if (half.startsWith("p") && hours < 12) hours += 12;
    if (half.startsWith("a") && hours == 12) hours = 0;
    var nanos = fraction.isEmpty() ? 0 : DateParser.nanos(fraction);
    return new FreeClock(
        hours, Integer.parseInt(minute), second.isEmpty() ? 0 : Integer.parseInt(second), nanos);
  }

  /// As in `100530`, without anything between.
  static FreeClock compact(String hour, String minute, String second) {
    return hour.isEmpty() ? MIDNIGHT : of(hour, minute, second, "", "");
  }

  Instant on(LocalDate day, ZoneId zone) {
    return DateParser.moment(day, hour, minute, second, nanos, zone);
  }
}
