package dev.seguia.dates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates in HTTP headers (RFC 9110 section 5.6.7): reads all three formats, and writes IMF-fixdate,
/// which RSS takes too.
///
/// The name of the day is ignored: it adds nothing to the date, and careless programs get it wrong.
public final class HttpDate {
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?:[a-z]+,? +)?(?<day>\\d{1,2})[ -](?<month>[a-z]{3})[ -](?<year>\\d{4}|\\d\\d) +"
                  + TIME
                  + "(?: +(?:gmt|utc|z|[+-]0000))?"),
          Pattern.compile(
              "[a-z]+ +(?<month>[a-z]{3}) +(?<day>\\d{1,2}) +" + TIME + " +(?<year>\\d{4})"));

  private HttpDate() {}

  /// As in `Sun, 06 Nov 1994 08:49:37 GMT`.
  public static String of(Instant date) {
    return IMF_FIXDATE.format(date);
  }

  /// Reads a date; empty if the text is none.
  public static Optional<Instant> parse(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    return FORMS.stream()
        .map(form -> form.matcher(plain))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(HttpDate::instant);
  }

  private static Optional<Instant> instant(Matcher date) {
    try {
      var moment =
          LocalDateTime.of(
              year(date.group("year")),
              DateWords.shortMonth(date.group("month"), 0),
              Integer.parseInt(date.group("day")),
              Integer.parseInt(date.group("hour")),
              Integer.parseInt(date.group("minute")),
              Integer.parseInt(date.group("second")));
      return Optional.of(moment.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    var year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : Years.full(year);
  }
}
