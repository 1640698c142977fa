package dev.seguia.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The preferences of a client, by its Accept headers (content negotiation, RFC 9110 section 12.5).
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

  /// Whether a browser requests a page for a person. Feed readers name feeds in Accept, or accept
  /// anything; a browser names HTML first, and marks what it fetches for a page.
  public static boolean wantPage(Request request) {
    var first = request.header("Accept").split("[,;]", 2)[0].strip();
    var purpose = request.header("Sec-Fetch-Dest");
    return first.equalsIgnoreCase("text/html") && (purpose.isEmpty() || purpose.equals("document"));
  }

  /// The best of the available languages, by the value of Accept-Language.
  public static Optional<Locale> language(String acceptLanguage, List<Locale> ours) {
    if (acceptLanguage.isBlank() || acceptLanguage.length() > 500) return Optional.empty();
    try {
      return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ours));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Double> weight(String header, String coding) {
    for (var start = 0; start <= header.length(); ) {
      var comma = header.indexOf(',', start);
      var end = comma < 0 ? header.length() : comma;
      var semicolon = header.indexOf(';', start);
      var nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
      if (header.substring(start, nameEnd).strip().equalsIgnoreCase(coding))
        return Optional.of(weight(header.substring(nameEnd, end)));
      start = end + 1;
    }
    return Optional.empty();
  }

  /// @param parameters each with its semicolon
  private static double weight(String parameters) {
    if (parameters.isEmpty()) return 1;
    return Stream.of(parameters.split(";"))
        .map(parameter -> parameter.strip().toLowerCase(Locale.ROOT))
        .filter(parameter -> parameter.matches("q=[01](\\.\\d{0,3})?"))
        .mapToDouble(parameter -> Double.parseDouble(parameter.substring(2)))
        .findFirst()
        .orElse(1);
  }
}
