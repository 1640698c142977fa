package dev.seguia.dates;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Normalises a line with a date, from feeds and pages alike: folded, one name per month, one time
/// format, and no days of other calendars.
final class WrittenLine {
  private WrittenLine() {}

  /// The twin months of the Levant and of Kurdistan, which are told apart by a word or a figure:
  /// `تشرين الأول`, `تشرين 1`, `ت1` (October), `كانون ثاني`, `ك2` (January).
  private static final Pattern TWINS =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(تشرين|كانوون|كانون)ي? ?[-/(]? ?(?:ال)?(اولي?|ثاني?|يه?كه?م|يەكەم|دووهم|دووەم|i{1,2}|[12])|([تك])[./ ]?([12]))(?![\\p{L}\\d])");

  /// `14 tháng 11, 2025`, `14 XI 2025`.
  private static final Pattern NUMBERED_MONTH =
      Pattern.compile("(?<!\\d)(\\d{1,2}),? ?thang (\\d{1,2}),? ?(?:nam ?)?(\\d{4})(?!\\d)");

  private static final Pattern ROMAN_MONTH =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})[ ./-]{1,2}(i{1,3}|iv|vi{0,3}|ix|xi{0,2})[ ./-]{1,2}(\\d{4})(?!\\d)");
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  /// The era of a Gregorian year.
  private static final Pattern ERA =
      Pattern.compile("(?<=\\d{4}) ?(?:م|ميلاديه?|ميلادي|ad|ce|n\\. ?chr\\.)(?![\\p{L}])");

  /// `14/Nov/2025:10:00:00 +0100`, as servers log.
  private static final Pattern LOGGED = Pattern.compile("(?<=/\\d{4}):(?=\\d{2}:\\d{2}:\\d{2})");

  /// A day with a clock as only China writes it: the other sign for day says so.
  private static final Pattern CHINESE_DAY = Pattern.compile("日(?=.*(?:[上下]午|[时点點]))");

  private static final Pattern PERSIAN = Pattern.compile("[\\u06f0-\\u06f9\\u06cc\\u06a9پچژگ]");

  /// Words that stand around a date and say nothing else.
  private static final Set<String> AROUND =
      Stream.of(
              ("le la les du de des a au en par publie publiee mis mise jour modifie ce cet et depuis"
                      + " posted published updated last on at the of by date modified edited since about"
                      + " am um den vom der die das uhr stand aktualisiert veroffentlicht erstellt von"
                      + " el los las del dia a publicado actualizado hace hoy il lo alle ore pubblicato"
                      + " em as publicado atualizado op om uur gmt utc cet cest est edt pst pdt h m s"
                      + " في نشر نشرت بتاريخ يوم اخر تحديث الساعه على تم النشر بعد مساء صباحا ظهرا"
                      + " بتوقيت غرينتش ص م و الموافق ل من سنه عام ميلادي ساعه am pm the bei klo kl"
                      + " ساعت تاريخ در روز انتشار اعلان vers ven ora hora del horas")
                  .split(" ", -1))
          .map(DateWords::plain)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SPACED_HOUR = Pattern.compile("\\b(\\d{1,2}) h (\\d{2})\\b");
  private static final Pattern DOTTED_HOUR = Pattern.compile("\\b(\\d{1,2})\\.(\\d{2}) uhr\\b");
  private static final Pattern FULL_HOUR = Pattern.compile("(?<![:\\d])(\\d{1,2}) uhr\\b");
  private static final Pattern NORTHERN_HOUR =
      Pattern.compile(
          "(?<=klo |kl |kl\\. |\\d{4} |\\d{4}, )(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?$");

  static String plain(String text) {
    var line = DateWords.plain(text).strip();
    line = TWINS.matcher(line).replaceAll(WrittenLine::twin);
    line = ERA.matcher(line).replaceAll("");
    line = LOGGED.matcher(line).replaceAll(" ");
    line = CHINESE_DAY.matcher(line).replaceAll("号");
    line = HalfDay.english(line);
    line = OtherCalendars.gregorian(line, PERSIAN.matcher(text).find());
    line = NUMBERED_MONTH.matcher(line).replaceAll("$3-$2-$1");
    line = ROMAN_MONTH.matcher(line).replaceAll(WrittenLine::roman);
    line = SPACED_HOUR.matcher(line).replaceAll("$1:$2");
    line = DOTTED_HOUR.matcher(line).replaceAll("$1:$2");
    line = NORTHERN_HOUR.matcher(line).replaceAll("$1:$2");
    return FULL_HOUR.matcher(line).replaceAll("$1:00").strip();
  }

  private static String twin(MatchResult month) {
    var name = month.group(1) == null ? month.group(3) : month.group(1);
    var which = month.group(2) == null ? month.group(4) : month.group(2);
    var first =
        which.equals("1") || which.equals("i") || which.startsWith("ا") || which.startsWith("ي");
    if (name.startsWith("ت")) return first ? "اكتوبر" : "نوفمبر";
    return first ? "ديسمبر" : "يناير";
  }

  private static String roman(MatchResult day) {
    return day.group(3) + "-" + (ROMAN.indexOf(day.group(2)) + 1) + "-" + day.group(1);
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

  /// Whether a line has the figures of a whole day, and no words but months and those that stand
  /// around dates.
  static boolean isDay(String line) {
    var parts = new DateLine(line);
    return parts.figures().size() >= 2
        && parts.words().stream().anyMatch(word -> DateWords.month(word).isPresent())
        && parts.words().stream()
            .allMatch(word ->
                AROUND.contains(word)
                    || DateWords.dayOfWeek(word)
                    || DateWords.month(word).isPresent());
  }
}
