package dev.seguia.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a client can take, by its Accept headers (RFC 9110 section 12.5).
public final class Preferences {
  private Preferences() {}

  /// Whether gzip is wanted, by the value of Accept-Encoding.
  static boolean wantGzip(String acceptEncoding) {
    if (acceptEncoding.isEmpty()) return false;
    var gzip =
        weight(acceptEncoding, "gzip")
            .or(() -> weight(acceptEncoding, "x-gzip"))
            .or(() -> weight(acceptEncoding, "*"))
            .orElse(0.0);
    return gzip > 0 && gzip >= weight(acceptEncoding, "identity").orElse(0.0);
  }

  /// Whether a browser asks, for a person to see. Readers of feeds name feeds in Accept, or take
  /// anything; a browser names HTML first, and what it fetches for a page says so.
  public static boolean wantPage(Request request) {
    var first = request.header("Accept").split("[,;]", 2)[0].strip();
    var purpose = request.header("Sec-Fetch-Dest");
    return first.equalsIgnoreCase("text/html") && (purpose.isEmpty() || purpose.equals("document"));
  }

  /// The best of the languages that we have, by the value of Accept-Language.
  public static Optional<Locale> language(String acceptLanguage, java.util.List<Locale> ours) {
    if (acceptLanguage.isBlank() || acceptLanguage.length() > 500) return Optional.empty();
    try {
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ours));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Double> weight(String header, String coding) {
    return Stream.of(header.split(","))
        .map(element -> element.split(";"))
        .filter(parts -> parts[0].strip().equalsIgnoreCase(coding))
        .map(Preferences::weight)
        .findFirst();
  }

  private static double weight(String[] parts) {
    for (var at = 1; at < parts.length; at++) {
      var parameter = parts[at].strip().toLowerCase(Locale.ROOT);
      if (parameter.matches("q=[01](\\.\\d{0,3})?"))
        return Double.parseDouble(parameter.substring(2));
    }
    return 1;
  }
}
