package dev.seguia.dates;

import dev.seguia.feed.Fold;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line in which people wrote a date, made alike: folded, months by one name, clocks in one form.
final class WrittenLine {
  private WrittenLine() {}

  /// The months of the Levant that have two words, folded, beside the one that [DateWords] knows.
  private static final Map<String, String> TWO_WORDS =
      Map.of(
          "كانون الثاني", "يناير",
          "كانون الاول", "ديسمبر",
          "تشرين الاول", "اكتوبر",
          "تشرين الثاني", "نوفمبر");

  /// Words that stand around a date and say nothing else.
  private static final Set<String> AROUND =
      Stream.of(
              ("le la les du de des a au en par publie publiee mis mise jour modifie ce cet et depuis"
                      + " posted published updated last on at the of by date modified edited since about"
                      + " am um den vom der die das uhr stand aktualisiert veroffentlicht erstellt von"
                      + " el los las del dia a publicado actualizado hace hoy il lo alle ore pubblicato"
                      + " em as publicado atualizado op om uur gmt utc cet cest est edt pst pdt h m s"
                      + " في نشر نشرت بتاريخ يوم اخر تحديث الساعه على تم النشر بعد مساء صباحا ظهرا"
                      + " بتوقيت غرينتش ص م و")
                  .split(" ", -1))
          .map(Fold::fold)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SPACED_HOUR = Pattern.compile("\\b(\\d{1,2}) h (\\d{2})\\b");
  private static final Pattern DOTTED_HOUR = Pattern.compile("\\b(\\d{1,2})\\.(\\d{2}) uhr\\b");
  private static final Pattern FULL_HOUR = Pattern.compile("(?<![:\\d])(\\d{1,2}) uhr\\b");
  private static final Pattern MORNING = Pattern.compile("(:\\d{2}) ?(?:صباحا|ص)(?!\\p{L})");
  private static final Pattern EVENING = Pattern.compile("(:\\d{2}) ?(?:مساء|م)(?!\\p{L})");

  static String plain(String text) {
    var line = DateWords.plain(text).strip();
    for (var month : TWO_WORDS.entrySet()) line = line.replace(month.getKey(), month.getValue());
    line = SPACED_HOUR.matcher(line).replaceAll("$1:$2");
    line = DOTTED_HOUR.matcher(line).replaceAll("$1:$2");
    line = FULL_HOUR.matcher(line).replaceAll("$1:00");
    line = MORNING.matcher(line).replaceAll("$1 am");
    return EVENING.matcher(line).replaceAll("$1 pm");
  }

  static String westernDigits(String text) {
    var western = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var digit = Character.digit(text.charAt(i), 10);
      western.append(digit < 0 ? text.charAt(i) : (char) ('0' + digit));
    }
    return western.toString();
  }

  /// Whether nothing is left of a line but words that stand around dates.
  static boolean isExplained(DateLine line) {
    return !line.hasFigures()
        && line.words().stream()
            .allMatch(word -> AROUND.contains(word) || DateWords.dayOfWeek(word));
  }
}
