package dev.seguia.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date written by hand or by a program with habits of its own. The parts that are sure are taken
/// out one by one (clock, zone, weekday), and what is left must be a day; figures that remain
/// unexplained make the whole no date.
final class FreeDate {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d:+-])(\\d{1,2})(?:[:h]|시 ?)(\\d{1,2})(?:(?::|분 ?)(\\d{1,2})초?(?:[.,](\\d{1,9}))?)? ?([ap]\\.?m\\b\\.?)?(?![\\d])");
  private static final Pattern HOUR =
      Pattern.compile("(?<=[^\\d:]|^)(\\d{1,2}) ?(h\\b|[ap]\\.?m\\b\\.?|(?= [+-]\\d{4}$))");
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<!\\d)(?:([a-z]{1,5}) ?)?:?-?([+-]\\d{2}(?::?\\d{2})?)(?![\\d:])z?(?![a-z])");
  private static final Pattern NAMED =
      Pattern.compile("\\(?\\b([a-z]{1,5}|[a-z]+(?:/[a-z_]+)+)\\)?\\W*$");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](0?\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?)?(?!\\d)");
  private static final Pattern ASIAN =
      Pattern.compile("(\\d{4}) ?[년年] ?(\\d{1,2}) ?[월月] ?(\\d{1,2}) ?[일日]");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?!\\d)");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern FIGURES = Pattern.compile("\\d+");
  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(\\d{3})?");
  private static final Pattern GLUED = Pattern.compile("\\d[a-wyz]{3,}|\\dt[a-z]|[a-z]\\d{3,}");

  private static final Clock MIDNIGHT = new Clock(0, 0, 0, 0);

  /// Dates in the characters of Korea and Japan come without a zone, and mean the one they share.
  private static final ZoneId EAST_ASIA = ZoneOffset.ofHours(9);

  private final StringBuilder rest;
  private final boolean american;
  private ZoneId zone = ZoneOffset.UTC;

  /// Where the part that was taken last stood.
  private int taken;

  /// A zone by name stands after the clock, if there is one.
  private int afterClock;

  private FreeDate(String line) {
    rest = new StringBuilder(line);
    american = line.matches(".*\\d ?[ap]m\\b.*") || line.contains(" - ");
  }

  static Optional<Instant> parse(String line) {
    var epoch = EPOCH.matcher(line);
    if (epoch.matches()) return Optional.of(Instant.ofEpochSecond(Long.parseLong(group(epoch, 1))));
    return new FreeDate(line).read();
  }

  private Optional<Instant> read() {
    var compact = COMPACT.matcher(rest);
    if (compact.find()) return compact(compact);
    var asian = take(ASIAN);
    if (asian.isPresent()) zone = EAST_ASIA;
    var written = asian.or(() -> take(ISO));
    var clock = clock();
    if (clock.isPresent()) afterClock = Math.min(taken, rest.length());
    if (clock.isPresent()) takeZone();
    else takeZoneAlone();
    var date = written.isPresent() ? ordered(written.get()) : numeric().or(this::worded);
    if (date.isEmpty() || FIGURES.matcher(rest).find()) return Optional.empty();
    return Optional.of(clock.orElse(MIDNIGHT).on(date.get(), zone));
  }

  /// Year, month and, unless it is left out, day.
  private static Optional<LocalDate> ordered(List<String> parts) {
    return day(parts.get(1), parts.get(2), parts.get(3).isEmpty() ? "1" : parts.get(3));
  }

  private record Clock(int hour, int minute, int second, int nanos) {
    Instant on(LocalDate day, ZoneId zone) {
      return DateParser.moment(day, hour, minute, second, nanos, zone);
    }
  }

  private Optional<Instant> compact(Matcher found) {
    var day = day(group(found, 1), group(found, 2), group(found, 3));
    var clock =
        found.group(4) == null
            ? MIDNIGHT
            : clock(group(found, 4), group(found, 5), group(found, 6), "", "");
    rest.delete(found.start(), found.end());
    takeZone();
    return FIGURES.matcher(rest).find() ? Optional.empty() : day.map(date -> clock.on(date, zone));
  }

  /// The last clock counts: some programs write the date as midnight and the time after it.
  private Optional<Clock> clock() {
    Optional<Clock> clock = Optional.empty();
    for (var found = take(CLOCK); found.isPresent(); found = take(CLOCK))
      clock =
          Optional.of(
              clock(
                  found.get().get(1),
                  found.get().get(2),
                  found.get().get(3),
                  found.get().get(4),
                  found.get().get(5)));
    if (clock.isPresent()) return clock;
    return take(HOUR).map(found -> clock(found.get(1), "0", "0", "", found.get(2)));
  }

  private static Clock clock(
      String hour, String minute, String second, String fraction, String half) {
    var hours = Integer.parseInt(hour);
    if (half.startsWith("p") && hours < 12) hours += 12;
    if (half.startsWith("a") && hours == 12) hours = 0;
    var nanos = fraction.isEmpty() ? 0 : DateParser.nanos(fraction);
    return new Clock(
        hours, Integer.parseInt(minute), second.isEmpty() ? 0 : Integer.parseInt(second), nanos);
  }

  private void takeZone() {
    var offset = take(OFFSET);
    if (offset.isPresent()) {
      zone = DateWords.zone(offset.get().get(2)).orElse(zone);
      return;
    }
    takeZoneAlone();
    if (rest.toString().endsWith(" 00")) rest.setLength(rest.length() - 3);
  }

  private void takeZoneAlone() {
    var named = NAMED.matcher(rest).region(afterClock, rest.length());
    if (!named.find()) return;
    var found = DateWords.zone(group(named, 1)).or(() -> DateWords.region(group(named, 1)));
    if (found.isEmpty()) return;
    zone = found.get();
    rest.delete(named.start(), named.end());
  }

  /// `14/11/2025`, `11/14/2025`, `14.11.2025`, `25/11/14`: which number is which is told by the
  /// weekday, by what cannot be a month, by the year, and else the European way.
  private Optional<LocalDate> numeric() {
    var found = take(NUMBERS);
    if (found.isEmpty()) return Optional.empty();
    var first = Integer.parseInt(found.get().get(1));
    var second = Integer.parseInt(found.get().get(3));
    var last = found.get().get(4);
    if (last.length() == 1) return DateParser.day(year(first), second, Integer.parseInt(last));
    var year = year(last);
    var dayFirst =
        Optional.of(second)
            .filter(month -> month <= 12)
            .flatMap(month -> DateParser.day(year, month, first));
    if (first > 12) return dayFirst;
    var monthFirst = DateParser.day(year, first, second);
    if (second > 12) return monthFirst;
    var weekday = weekday();
    if (weekday.isPresent())
      return dayFirst
          .filter(day -> day.getDayOfWeek().getValue() == weekday.get())
          .or(() -> monthFirst);
    return american ? monthFirst : dayFirst;
  }

  private Optional<Integer> weekday() {
    var words = WORDS.matcher(rest);
    while (words.find()) {
      var day = DateWords.weekday(words.group());
      if (day.isPresent()) return day;
    }
    return Optional.empty();
  }

  /// `14 novembre 2025`, `Nov 14, 2025`, `Nov. 2025`: the month by name, the year by its length or
  /// place.
  private Optional<LocalDate> worded() {
    if (GLUED.matcher(rest).find())
      rest.replace(
          0, rest.length(), rest.toString().replaceAll("(\\d)(st|nd|rd|th|er|e)\\b", "$1"));
    var month = month();
    var figures = figures();
    if (month.isEmpty()) return yearOnly(figures);
    rest.setLength(0);
    if (figures.isEmpty() || figures.size() > 2) return Optional.empty();
    var first = figures.getFirst();
    if (figures.size() == 1)
      return first.length() == 4 ? DateParser.day(year(first), month.get(), 1) : Optional.empty();
    var second = figures.getLast();
    return first.length() > 2
        ? DateParser.day(year(first), month.get(), Integer.parseInt(second))
        : DateParser.day(year(second), month.get(), Integer.parseInt(first));
  }

  private Optional<LocalDate> yearOnly(List<String> figures) {
    var only = rest.toString().strip();
    if (figures.size() != 1 || only.length() != 4 || !only.equals(figures.getFirst()))
      return Optional.empty();
    rest.setLength(0);
    return DateParser.day(year(only), 1, 1);
  }

  /// Of several words that may be months the last one is it: `mar 4 nov`.
  private Optional<Integer> month() {
    Optional<Integer> month = Optional.empty();
    var words = WORDS.matcher(rest);
    while (words.find()) {
      var named = DateWords.month(words.group());
      if (named.isPresent()) month = named;
    }
    return month;
  }

  private List<String> figures() {
    var figures = new ArrayList<String>();
    var matcher = FIGURES.matcher(rest);
    while (matcher.find()) figures.add(matcher.group());
    return figures;
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    return DateParser.day(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static int year(String text) {
    return text.length() == 4 ? Integer.parseInt(text) : year(Integer.parseInt(text));
  }

  private static int year(int number) {
    return number >= 100 ? number : number < 70 ? 2000 + number : 1900 + number;
  }

  private Optional<List<String>> take(Pattern pattern) {
    var matcher = pattern.matcher(rest);
    if (!matcher.find()) return Optional.empty();
    var groups = new ArrayList<String>();
    for (var i = 0; i <= matcher.groupCount(); i++) groups.add(group(matcher, i));
    rest.replace(matcher.start(), matcher.end(), " ");
    taken = matcher.start() + 1;
    return Optional.of(groups);
  }

  private static String group(Matcher matcher, int number) {
    @Nullable String text = matcher.group(number);
    return text == null ? "" : text;
  }
}
