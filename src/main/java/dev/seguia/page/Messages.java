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

/// The words of the pages in one language. Public for the templates alone.
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

  /// Which way the script runs, as HTML says it.
  public String direction() {
    return Direction.of(language());
  }

  public String say(String key) {
    return words.getString(key);
  }

  /// Words with something in the place of `{0}`, `{1}` and so on.
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

  /// A share of one in percent; whole only where it is.
  public String percent(double share) {
    var format = NumberFormat.getPercentInstance(customs);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(share);
  }

  /// The day, written out.
  public String day(Instant date) {
    return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), date);
  }

  /// The day in figures.
  public String figures(Instant date) {
    return written(DateTimeFormatter.ofPattern("dd/MM/yyyy"), date);
  }

  /// The day, in short.
  public String date(LocalDate day) {
    return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), day);
  }

  /// The day and the time of day, in short.
  public String moment(Instant time) {
    return written(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time);
  }

  private String written(DateTimeFormatter format, TemporalAccessor time) {
    return format.withLocale(customs).withZone(timeZone).format(time);
  }

  /// How long ago something was, or how soon it will be.
  public String from(Instant now, Instant time) {
    var between = Duration.between(now, time);
    return between.isNegative()
        ? say("time.ago", duration(between.negated()))
        : say("time.in", duration(between));
  }

  /// A time span to about a tenth.
  public String duration(Duration span) {
    if (span.toSeconds() < 60) return say("time.seconds", number(span.toSeconds()));
    if (span.toMinutes() < 100) return say("time.minutes", number(span.toMinutes()));
    if (span.toHours() < 50) return say("time.hours", number(span.toHours()));
    return say("time.days", number(span.toDays()));
  }
}
