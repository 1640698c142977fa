package dev.seguia.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The words of the pages in one language.
final class Messages {
  /// Arabic with the digits of the Maghreb.
  static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.of("ar"), Locale.ENGLISH);

  private final Locale locale;
  private final ResourceBundle words;

  Messages(Locale locale) {
    this.locale = locale;
    this.words =
        ResourceBundle.getBundle(
            "dev.seguia.web.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  String language() {
    return locale.getLanguage();
  }

  /// Which way the script runs, as HTML says it.
  String direction() {
    return language().equals("ar") ? "rtl" : "ltr";
  }

  String say(String key) {
    return words.getString(key);
  }

  String number(long number) {
    var digits = language().equals("ar") ? Locale.of("ar", "MA") : locale;
    return NumberFormat.getIntegerInstance(digits).format(number);
  }
}
