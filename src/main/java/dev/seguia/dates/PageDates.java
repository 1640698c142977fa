package dev.seguia.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The more lenient date parser, for dates that web pages write for people: with words around them
/// (`Publié le 14 nov. 2025 à 09:05`), without a year, or relative (`il y a 5 minutes`, `منذ
/// ساعتين`, `yesterday`).
///
/// @param now when the page was read
/// @param zone of the clocks that the page shows
/// @param language of the page; the root where it is not known
public record PageDates(Instant now, ZoneId zone, Locale language) {
  /// A line above or below a title is shorter; what is longer is prose that mentions a date.
  private static final int LONGEST = 160;

  /// Parses the time in a short text; empty if there is none, or the text says more than that.
  public Optional<Instant> in(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    try {
      return machine(text).or(() -> people(WrittenLine.plain(text))).filter(Years::isPlausible);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // 31 February, 25 o'clock
    }
  }

  /// Parses the time in an attribute, which may be a Unix timestamp as well.
  public Optional<Instant> inAttribute(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : EpochTime.of(DateWords.plain(text).strip()).or(() -> in(text));
  }

  private Optional<Instant> people(String line) {
    return AgoDate.of(line, now, zone)
        .or(() -> new CalendarDate(line, now, zone, language).read())
        .or(() -> WrittenLine.isDay(line) ? FreeDate.parse(line, zone) : Optional.empty());
  }

  /// What stands in attributes: `2025-11-14T10:00:00+01:00`, or the same without a zone.
  private Optional<Instant> machine(String text) {
    var line = text.strip();
    if (line.length() < 16 || line.charAt(4) != '-') return Optional.empty();
    try {
      var read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              line.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(moment(read));
    } catch (DateTimeException e) {
      return DateParser.parse(line, zone);
    }
  }

  /// Parses a text by a pattern of [DateTimeFormatter], with months and days in the language of the
  /// page. If the pattern has no year, the latest day that is not in the future is meant.
  ///
  /// @throws IllegalArgumentException if the pattern is none
  public Optional<Instant> by(String pattern, String text) {
    if (text.length() > LONGEST) return Optional.empty();
    var formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .toFormatter(language);
    try {
      return Optional.of(moment(formatter.parse(WrittenLine.westernDigits(text.strip()))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant moment(TemporalAccessor read) {
    if (read.isSupported(ChronoField.INSTANT_SECONDS)) return Instant.from(read);
    var day = day(read);
    @Nullable LocalTime clock = read.query(TemporalQueries.localTime());
    @Nullable ZoneId named = read.query(TemporalQueries.zone());
    return day.atTime(clock == null ? LocalTime.MIDNIGHT : clock)
        .atZone(named == null ? zone : named)
        .toInstant();
  }

  private LocalDate day(TemporalAccessor read) {
    @Nullable LocalDate day = read.query(TemporalQueries.localDate());
    if (day != null) return day;
    var today = LocalDate.ofInstant(now, zone);
    if (!read.isSupported(ChronoField.MONTH_OF_YEAR)) return today;
    var month = read.get(ChronoField.MONTH_OF_YEAR);
    if (read.isSupported(ChronoField.DAY_OF_MONTH))
      return CalendarDate.newest(month, read.get(ChronoField.DAY_OF_MONTH), today);
    if (read.isSupported(ChronoField.YEAR))
      return LocalDate.of(read.get(ChronoField.YEAR), month, 1);
    if (read.isSupported(ChronoField.YEAR_OF_ERA))
      return LocalDate.of(read.get(ChronoField.YEAR_OF_ERA), month, 1);
    return CalendarDate.newest(month, 1, today);
  }
}
