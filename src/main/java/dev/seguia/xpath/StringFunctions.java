package dev.seguia.xpath;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The string functions and the conversion of numbers (XPath 1.0, 4.2 and 4.4).
final class StringFunctions {
  private static final Pattern NUMBER =
      Pattern.compile("[ \\t\\r\\n]*(-?(?:\\d+(?:\\.\\d*)?|\\.\\d+))[ \\t\\r\\n]*");

  /// Above it, a double has no digits behind the point.
  private static final double WHOLE = 1e15;

  private StringFunctions() {}

  static String normalised(String text) {
    var normalised = new StringBuilder();
    for (var words = new StringTokenizer(text, " \t\r\n"); words.hasMoreTokens(); ) {
      if (!normalised.isEmpty()) normalised.append(' ');
      normalised.append(words.nextToken());
    }
    return normalised.toString();
  }

  /// Characters are counted from 1.
  ///
  /// @param end the first that is left out
  static String substring(String text, double start, double end) {
    var characters = text.codePoints().toArray();
    return IntStream.rangeClosed(1, characters.length)
        .filter(place -> place >= start && place < end)
        .map(place -> characters[place - 1])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Replaces the characters of one text by those at the same places of another; those that have
  /// none are removed.
  static String translated(String text, String from, String to) {
    var sources = from.codePoints().toArray();
    var targets = to.codePoints().toArray();
    var places = new HashMap<Integer, Integer>();
    for (var place = 0; place < sources.length; place++) places.putIfAbsent(sources[place], place);
    var translated = new StringBuilder();
    text.codePoints()
        .forEach(character -> {
          var place = places.get(character);
          if (place == null) translated.appendCodePoint(character);
          else if (place < targets.length) translated.appendCodePoint(targets[place]);
        });
    return translated.toString();
  }

  static double number(String text) {
    var number = NUMBER.matcher(text);
    return number.matches() ? Double.parseDouble(number.group(1)) : Double.NaN;
  }

  static double rounded(double number) {
    return Math.floor(number + 0.5);
  }

  static String text(double number) {
    if (Double.isNaN(number)) return "NaN";
    if (Double.isInfinite(number)) return number > 0 ? "Infinity" : "-Infinity";
    if (Math.abs(number) < WHOLE && number == Math.rint(number))
      return Long.toString((long) number);
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
