package dev.seguia.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses free-form dates. Recognised parts are removed one by one (time of day, zone, weekday),
/// and the rest must be a day; unexplained digits invalidate the whole date.
final class FreeDate {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:([a-z]{1,5}) ?)?:?-?([+-]\\d{2}(?::?\\d{2}|'\\d{2}'?)?|(?<=gmt ?|utc ?)[+-]\\d(?::?\\d{2})?)(?![\\d:])z?(?![a-z])");

  /// Directly behind the clock, with something else behind it: `10:00:00 CET 2025`.
  private static final Pattern BEHIND_CLOCK = Pattern.compile("^\\W{0,3}([a-z]{2,5})(?=[^\\p{L}])");

  private static final Pattern REGION = Pattern.compile("\\[?\\b([a-z]+(?:/[a-z_]+)+)\\]?");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]\\d]*[)\\]]");
  private static final Pattern NAMED =
      Pattern.compile("\\(?\\b([a-z]{1,5}|[a-z]+(?:/[a-z_]+)+)\\)?\\W*$");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](0?\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?)?(?!\\d)");
  private static final Pattern ASIAN =
      Pattern.compile("(\\d{4}) ?[년年] ?(\\d{1,2}) ?[월月] ?(\\d{1,2}) ?[일日号]");

  /// The day of a year, and the day of a week (ISO 8601): `2025-318`, `2025-W46-5`.
  private static final Pattern DAY_OF_YEAR =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?([0-3]\\d{2})(?=$|[t ,])");

  private static final Pattern DAY_OF_WEEK =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?w(\\d{2})(?:-?([1-7]))?(?=$|[t ,])");
  private static final Pattern CHINESE = Pattern.compile("号");

  /// Dates in the characters of Korea and Japan come without a zone, and mean the one they share.
  private static final ZoneId EAST_ASIA = ZoneOffset.ofHours(9);

  /// Those with the words of China for the clock.
  private static final ZoneId CHINA = ZoneOffset.ofHours(8);

  private final DateLine line;
  private final boolean american;
  private ZoneId zone;

  /// A zone by name stands after the clock, if there is one.
  private int afterClock;

  private FreeDate(String text, ZoneId usual) {
    line = new DateLine(text);
    zone = usual;
    american = text.matches(".*\\d ?[ap]m\\b.*") || text.contains(" - ");
  }

  /// @param text as of [WrittenLine]
  static Optional<Instant> parse(String text, ZoneId usual) {
    return text.isEmpty() ? Optional.empty() : new FreeDate(text, usual).read();
  }

  private Optional<Instant> read() {
    if (line.has(COMPACT)) return compact();
    var counted = counted();
    var chinese = line.has(CHINESE);
    var asian = counted.isPresent() ? Optional.<List<String>>empty() : line.take(ASIAN);
    if (asian.isPresent()) zone = chinese ? CHINA : EAST_ASIA;
    var written = asian.or(() -> counted.isPresent() ? Optional.empty() : line.take(ISO));
    var clock = FreeClock.take(line);
    if (clock.isPresent()) afterClock = line.taken();
    if (clock.isPresent()) takeZone();
    else takeZoneAlone();
    var date =
        counted.or(() ->
            written.isPresent() ? FreeDay.ordered(written.get()) : FreeDay.take(line, american));
    if (date.isEmpty() || line.hasFigures()) return Optional.empty();
    return Optional.of(clock.orElse(FreeClock.MIDNIGHT).on(date.get(), zone));
  }

  /// A day that is counted within its year or week.
  private Optional<LocalDate> counted() {
    return line.take(DAY_OF_YEAR)
        .map(found -> LocalDate.ofYearDay(number(found, 1), number(found, 2)))
        .or(() ->
            line.take(DAY_OF_WEEK)
                .map(found -> {
                  var weekday = found.get(3).isEmpty() ? 1 : number(found, 3);
                  return LocalDate.of(number(found, 1), 1, 4)
                      .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(found, 2))
                      .with(ChronoField.DAY_OF_WEEK, weekday);
                }));
  }

  private static int number(List<String> parts, int at) {
    return Integer.parseInt(parts.get(at));
  }

  private Optional<Instant> compact() {
    return line.cut(COMPACT, 0, Optional::of).flatMap(this::compact);
  }

  private Optional<Instant> compact(List<String> parts) {
    var day = FreeDay.ordered(parts);
    var clock = FreeClock.compact(parts.get(4), parts.get(5), parts.get(6));
    takeZone();
    return line.hasFigures() ? Optional.empty() : day.map(date -> clock.on(date, zone));
  }

  private void takeZone() {
    var offset = line.first(OFFSET, found -> found.get(1).isEmpty() || isZoneMark(found.get(1)));
    if (offset.isPresent()) {
      zone = ZoneWords.zone(offset.get().get(2).replace("'", "")).orElse(zone);
      takeRegion();
      line.take(BRACKETS);
      return;
    }
    takeZoneAlone();
    line.cutEnd(" 00");
  }

  /// What may stand before an offset: `GMT+1`, `T10:00:00 CET +0100`.
  private static boolean isZoneMark(String word) {
    return ZoneWords.zone(word).isPresent() || word.equals("t") || word.endsWith("m");
  }

  /// A region beside an offset says nothing more: `+01:00[Europe/Paris]`.
  private void takeRegion() {
    line.first(REGION, found -> ZoneWords.region(found.get(1)).isPresent());
  }

  private void takeZoneAlone() {
    zone =
        ZoneWords.takeWrittenOut(line)
            .or(() -> line.cut(BEHIND_CLOCK, afterClock, FreeDate::behindClock))
            .or(() ->
                line.cut(
                    NAMED,
                    Math.min(afterClock, line.length()),
                    found -> ZoneWords.zone(found.get(1)).or(() -> ZoneWords.region(found.get(1)))))
            .orElse(zone);
  }

  private static Optional<ZoneId> behindClock(List<String> found) {
    return DateWords.month(found.get(1)).isPresent()
        ? Optional.empty()
        : ZoneWords.zone(found.get(1));
  }
}
