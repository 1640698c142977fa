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

  /// A message about a number of things, in the form that the language has for it: the key is that
  /// of the form, as in `time.hours-ago.other` (CLDR plural rules).
  String counted(String key, long number) {
    var form = key + "." + form(number);
    return say(words.containsKey(form) ? form : key + ".other", number(number));
  }

  private String form(long number) {
    return switch (locale.getLanguage()) {
      case "ar" -> arabicForm(number);
      case "fr" -> number < 2 ? "one" : "other";
      default -> number == 1 ? "one" : "other";
    };
  }

  private static String arabicForm(long number) {
    if (number < 3) return number == 0 ? "zero" : number == 1 ? "one" : "two";
    var rest = number % 100;
    return rest < 3 ? "other" : rest < 11 ? "few" : "many";
  }

  /// The name of a language, as in `français` or `français (Maroc)`.
  ///
  /// @param tag in any form
  String languageOf(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(customs);
  }

  /// The name of a language in itself, as in `Français`.
  ///
  /// @param tag its primary subtag
  static String ownName(String tag) {
    var language = Locale.of(tag);
    var name = language.getDisplayLanguage(language);
    var second = name.offsetByCodePoints(0, 1);
    return name.substring(0, second).toUpperCase(language) + name.substring(second);
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

  /// The day and the month, short.
  public String shortDate(LocalDate day) {
    return written(DateTimeFormatter.ofLocalizedPattern("MMMd"), day);
  }

  /// A heading for the entries of a day.
  String heading(LocalDate day, LocalDate today) {
    if (day.equals(today)) return say("day.today");
    if (day.equals(today.minusDays(1))) return say("day.yesterday");
    return written(
        day.getYear() == today.getYear()
            ? DateTimeFormatter.ofPattern(say("day.pattern"))
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL),
        day);
  }

  /// The day of a moment, in the time zone of the pages.
  LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, timeZone);
  }

  /// When a day begins in the time zone of the pages.
  Instant beginningOf(LocalDate day) {
    return day.atStartOfDay(timeZone).toInstant();
  }

  ZoneId timeZone() {
    return timeZone;
  }

  /// The time of day.
  String timeOfDay(Instant time) {
    return written(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), time);
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
