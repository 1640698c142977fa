package dev.seguia.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses the day of a free-form date, when nothing else but the weekday is left.
final class FreeDay {
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([-/. ])(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?!\\d)");
  private static final Pattern GLUED = Pattern.compile("\\d[a-wyz]{3,}|\\dt[a-z]|[a-z]\\d{3,}");
  private static final Pattern ORDINAL = Pattern.compile("(\\d)(st|nd|rd|th|er|e)\\b");

  private final DateLine line;
  private final boolean american;

  private FreeDay(DateLine line, boolean american) {
    this.line = line;
    this.american = american;
  }

  /// @param american the month comes first where nothing tells which number is which
  static Optional<LocalDate> take(DateLine line, boolean american) {
    var day = new FreeDay(line, american);
    return day.numeric().or(day::worded);
  }

  /// Year, month and, unless it is left out, day.
  static Optional<LocalDate> ordered(List<String> parts) {
    var day = parts.get(3).isEmpty() ? "1" : parts.get(3);
    return DateParser.day(
        Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)), Integer.parseInt(day));
  }

  /// `14/11/2025`, `11/14/2025`, `14.11.2025`, `25/11/14`: which number is which is told by the
  /// weekday, by what cannot be a month, by the year, and else the European way.
  private Optional<LocalDate> numeric() {
    var found = line.take(NUMBERS);
    if (found.isEmpty()) return Optional.empty();
    var first = Integer.parseInt(found.get().get(1));
    var second = Integer.parseInt(found.get().get(3));
    var last = found.get().get(4);
    if (last.length() == 1)
      return DateParser.day(Years.full(first), second, Integer.parseInt(last));
    var year = year(last);
    var dayFirst =
        Optional.of(second)
            .filter(month -> month <= 12)
            .flatMap(month -> DateParser.day(year, month, first));
    if (first > 12) return dayFirst;
    var monthFirst = DateParser.day(year, first, second);
    if (second > 12) return monthFirst;
    return weekday()
        .map(weekday -> onThat(weekday, dayFirst, monthFirst))
        .orElse(american ? monthFirst : dayFirst);
  }

  private static Optional<LocalDate> onThat(
      int weekday, Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.filter(day -> day.getDayOfWeek().getValue() == weekday).or(() -> other);
  }

  private Optional<Integer> weekday() {
    return line.words().stream().flatMap(word -> DateWords.weekday(word).stream()).findFirst();
  }

  /// `14 novembre 2025`, `Nov 14, 2025`, `Nov. 2025`: the month by name, the year by its length or
  /// place.
  private Optional<LocalDate> worded() {
    if (line.has(GLUED)) line.replace(ORDINAL, "$1");
    var month = month();
    var figures = line.figures();
    if (month.isEmpty()) return yearOnly(figures);
    line.clear();
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
    var only = line.rest();
    if (figures.size() != 1 || only.length() != 4 || !only.equals(figures.getFirst()))
      return Optional.empty();
    line.clear();
    return DateParser.day(year(only), 1, 1);
  }

  /// Of several words that may be months the last one is it: `mar 4 nov`.
  private Optional<Integer> month() {
    return line.words().stream()
        .flatMap(word -> DateWords.month(word).stream())
        .reduce((_, later) -> later);
  }

  private static int year(String text) {
    return text.length() == 4 ? Integer.parseInt(text) : Years.full(Integer.parseInt(text));
  }
}
