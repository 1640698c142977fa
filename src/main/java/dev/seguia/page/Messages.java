package dev.seguia.page;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The texts of the pages in one language. Public for the templates alone.
public final class Messages {
  /// Arabic with the digits of the Maghreb.
  static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.of("ar"), Locale.ENGLISH);

  private final Locale locale;
  private final Locale customs;
  private final ZoneId timeZone;
  private final ResourceBundle words;

  /// @param timeZone of the dates
  Messages(Locale locale, ZoneId timeZone) {
    this.locale = locale;
    this.timeZone = timeZone;
    this.customs =
        switch (locale.getLanguage()) {
          case "ar" -> Locale.of("ar", "MA");
          case "en" -> Locale.UK;
          default -> locale;
        };
    this.words =
        ResourceBundle.getBundle(
            "dev.seguia.page.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  public String language() {
    return locale.getLanguage();
  }

  /// The text direction, as a value of HTML's `dir`.
  public String direction() {
    return Direction.of(language());
  }

  public String say(String key) {
    return words.getString(key);
  }

  /// A message with its placeholders `{0}`, `{1}` and so on filled in.
  public String say(String key, String... filling) {
    var said = say(key);
    for (var at = 0; at < filling.length; at++) said = said.replace("{" + at + "}", filling[at]);
    return said;
  }

  /// The name of a language.
  ///
  /// @param tag its primary subtag
  String language(String tag) {
    return Locale.of(tag).getDisplayLanguage(customs);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(customs).format(number);
  }

  /// A number, to a tenth.
  String decimal(double number) {
    var format = NumberFormat.getNumberInstance(customs);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  /// A size in bytes, to a tenth of a unit.
  String bytes(long bytes) {
    if (bytes < 1_000) return say("size.bytes", number(bytes));
    if (bytes < 1_000_000) return say("size.kilobytes", number(bytes / 1_000));
    if (bytes < 1_000_000_000) return say("size.megabytes", decimal(bytes / 1e6));
    return say("size.gigabytes", decimal(bytes / 1e9));
  }

  /// A share of one as a percentage, rounded down.
  public String percent(double share) {
    var format = NumberFormat.getPercentInstance(customs);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(share);
  }

  /// The date in words.
  public String day(Instant date) {
    return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), date);
  }

  /// The date in digits.
  public String figures(Instant date) {
    return written(DateTimeFormatter.ofPattern("dd/MM/yyyy"), date);
  }

  /// The short date.
  public String date(LocalDate day) {
    return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
  }

  /// The short date and time.
  public String moment(Instant time) {
    return written(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time);
  }

  private String written(DateTimeFormatter format, TemporalAccessor time) {
    return format.withLocale(customs).withZone(timeZone).format(time);
  }

  /// A relative time: how long ago, or how soon.
  public String from(Instant now, Instant time) {
    var between = Duration.between(now, time);
    return between.isNegative()
        ? say("time.ago", duration(between.negated()))
        : say("time.in", duration(between));
  }

  /// A duration, rounded to about a tenth.
  public String duration(Duration span) {
    if (span.toSeconds() < 60) return say("time.seconds", number(span.toSeconds()));
    if (span.toMinutes() < 100) return say("time.minutes", number(span.toMinutes()));
    if (span.toHours() < 50) return say("time.hours", number(span.toHours()));
    return say("time.days", number(span.toDays()));
  }
}
