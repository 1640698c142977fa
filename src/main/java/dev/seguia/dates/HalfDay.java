package dev.seguia.dates;

import dev.seguia.text.Fold;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Parses the half of the day in 12-hour clocks: `م` and `ص`, `مساء`, `ب.ظ`, `下午`, `오후`, `μ.μ.`,
/// `de la tarde`. All become `am` and `pm` after the time.
final class HalfDay {
  private enum Half {
    MORNING,
    NOON,
    EVENING,
    NIGHT
  }

  private static final Map<String, Half> MARKS = new HashMap<>();

  /// A single letter may mean something else: it counts behind minutes only.
  private static final Map<String, Half> LETTERS = Map.of("ص", Half.MORNING, "م", Half.EVENING);

  static {
    marks(
        Half.MORNING,
        "صباحا,صباح,الصباح,فجرا,الفجر,قبل الظهر,صبح,بامداد,ق.ظ,ق.ظ.,قبل از ظهر,قبلازظهر,قبل دوپهر");
    marks(
        Half.MORNING, "上午,早上,凌晨,午前,오전,π.μ.,πμ,π.μ,בבוקר,לפנה\"צ,לפנה״צ,לפני הצהריים,oo,पूर्वाह्न");
    marks(
        Half.MORNING,
        "de la manana,da manha,du matin,di mattina,del mattino,morgens,vormittags,a. m.,a m,утра,rano");
    marks(Half.NOON, "ظهرا,الظهر,ظهر,noon,midi,mittags,中午,正午,בצהריים,del mediodia");
    marks(
        Half.EVENING,
        "مساء,مساءا,المساء,عصرا,العصر,بعد الظهر,بعد العصر,عشاء,عصر,ب.ظ,ب.ظ.,بعد از ظهر,بعدازظهر,بعد دوپهر");
    marks(Half.EVENING, "下午,傍晚,午後,오후,μ.μ.,μμ,μ.μ,בערב,אחה\"צ,אחה״צ,אחר הצהריים,os,अपराह्न");
    marks(
        Half.EVENING,
        "de la tarde,da tarde,de l'apres-midi,du soir,del pomeriggio,di sera,nachmittags,abends,p. m.,p m,дня,вечера");
    marks(Half.NIGHT, "ليلا,ليل,شب,晚上,夜,밤,בלילה,de la noche,da noite,di notte,nachts,ночи");
  }

  private static final String ANY = alternatives(MARKS);
  private static final String MINUTES = "(?:[:h٫]\\d{2}(?::\\d{2})?|[時时点點시] ?(?:\\d{1,2} ?[分분])?)";

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?<![\\d:.,/-])(\\d{1,2})(" + MINUTES + ")?(?: ?, ?| )?(" + ANY + ")(?![\\p{L}\\p{M}])");
  private static final Pattern BEHIND_MINUTES =
      Pattern.compile("(?<![\\d:])(\\d{1,2})(:\\d{2}(?::\\d{2})?) ?(ص|م)(?![\\p{L}\\p{M}])");
  private static final Pattern BEHIND_HOUR =
      Pattern.compile("(?<=الساعه )(\\d{1,2})() ?(ص|م)(?![\\p{L}\\p{M}])");
  private static final Pattern BEFORE =
      Pattern.compile("(?<![\\p{L}\\d])(" + ANY + "|ص|م),? ?(\\d{1,2})(" + MINUTES + ")(?!\\d)");
  private static final Pattern WORD_FOR_WORD =
      Pattern.compile("(\\d{1,2}(?::\\d{2})?) (?:uur|o'clock)(?![\\p{L}])");

  private static final int NOON = 12;
  private static final int AFTER_NOON = 10;
  private static final int EVENING_BEGINS = 6;

  private HalfDay() {}

  private static void marks(Half half, String marks) {
    for (var mark : marks.split(",", -1)) MARKS.put(Fold.fold(mark), half);
  }

  private static String alternatives(Map<String, Half> marks) {
    return marks.keySet().stream()
        .sorted((one, other) -> other.length() - one.length())
        .map(Pattern::quote)
        .reduce((one, other) -> one + "|" + other)
        .orElseThrow();
  }

  /// @param line plain
  static String english(String line) {
    var text = WORD_FOR_WORD.matcher(line).replaceAll("$1");
    text = BEFORE.matcher(text).replaceAll(found -> clock(found, 2, 3, 1));
    text = BEHIND.matcher(text).replaceAll(found -> clock(found, 1, 2, 3));
    text = BEHIND_MINUTES.matcher(text).replaceAll(found -> clock(found, 1, 2, 3));
    return BEHIND_HOUR.matcher(text).replaceAll(found -> clock(found, 1, 2, 3));
  }

  private static String clock(MatchResult found, int hourAt, int minutesAt, int markAt) {
    var hour = Integer.parseInt(found.group(hourAt));
    var mark = found.group(markAt);
    var half = MARKS.getOrDefault(mark, LETTERS.getOrDefault(mark, Half.MORNING));
    var minutes = minutes(found.group(minutesAt) == null ? "" : found.group(minutesAt));
    return hour + minutes + (isMorning(half, hour) ? " am" : " pm");
  }

  private static String minutes(String written) {
    if (written.isEmpty()) return ":00";
    if (written.charAt(0) == ':') return written;
    var figures = written.replaceAll("\\D", "");
    return ":" + (figures.isEmpty() ? "00" : figures.length() == 1 ? "0" + figures : figures);
  }

  private static boolean isMorning(Half half, int hour) {
    return switch (half) {
      case MORNING -> true;
      case NOON -> hour >= AFTER_NOON && hour < NOON;
      case EVENING -> false;
      case NIGHT -> hour == NOON || hour < EVENING_BEGINS;
    };
  }
}
