package dev.seguia.web;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
  private final ResourceBundle words;

  Messages(Locale locale) {
    this.locale = locale;
    this.customs =
        switch (locale.getLanguage()) {
          case "ar" -> Locale.of("ar", "MA");
          case "en" -> Locale.UK;
          default -> locale;
        };
    this.words =
        ResourceBundle.getBundle(
            "dev.seguia.web.messages",
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

  public String number(long number) {
    return NumberFormat.getIntegerInstance(customs).format(number);
  }

  /// A share of one in percent; whole only where it is.
  public String percent(double share) {
    var format = NumberFormat.getPercentInstance(customs);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(share);
  }

  /// The day, written out.
  public String day(Instant date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(customs)
        .withZone(ZoneOffset.UTC)
        .format(date);
  }
}
