package dev.seguia.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Parses days of other calendars. One beside a Gregorian day is removed: the Gregorian one is
/// used. Alone, the solar calendar of Iran and the years of Thailand, Japan and Taiwan are
/// converted; the lunar Hijri calendar is not, since its days depend on the country.
final class OtherCalendars {
  private static final Pattern GREGORIAN_YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  private static final String LUNAR =
      "(?:ال)?محرم|صفر|ربيع ?(?:ال)?(?:اولي?|اخره?|ثاني)|جماد[يا] ?(?:ال)?(?:اولي?|اخره?|ثانيه?)"
          + "|رجب|شعبان|رمضان|شوال|ذ[وي] ?(?:ال)?قعده|ذ[وي] ?(?:ال)?حجه"
          + "|muharrem|muharram|moharram|safar|rabi['ʿ’]? ?(?:al|ath?|as|el)?[- ]?(?:awwal|thani|akhir|i{1,2})"
          + "|jumada ?(?:al|ath?)?[- ]?(?:awwal|ula|thani|thaniyah?|akhir|i{1,2})|rajab|sha['ʿ’]?ban|chaabane?"
          + "|ramadan|ramazan|shawwal|chaoual|dhu ?'?(?:al|l)?[- ]?(?:qi['ʿ’]?dah?|hijjah?)";
  private static final String COPTIC =
      "توت|بابه|هاتور|كيهك|كياك|طوبه|امشير|برمهات|برموده|بشنس|بوونه|بؤونه|ابيب|مسري";
  private static final String LUNAR_ERA = "(?: ?(?:هجريه?|ه|a\\.?h\\.?)(?![\\p{L}]))?";
  private static final Pattern LUNAR_DAY =
      Pattern.compile(
          "(?<!\\d)\\d{1,2} ?(?:من )?(?:شهر )?(?:"
              + LUNAR
              + "|"
              + COPTIC
              + ")(?!\\p{L}),? ?(?:سنه |عام |لعام )?(?:1[3-7]\\d{2})?(?!\\d)"
              + LUNAR_ERA);
  private static final Pattern LUNAR_NUMBERS =
      Pattern.compile(
          "(?<!\\d)(?:\\d{1,2}([-/])\\d{1,2}\\1 ?1[34]\\d{2}|1[34]\\d{2}([-/])\\d{1,2}\\2\\d{1,2})(?!\\d)"
              + LUNAR_ERA);

  private static final List<String> SOLAR_MONTHS =
      List.of(
          "فروردين|حمل",
          "ارديبهشت|ثور",
          "خرداد|جوزا",
          "تير|سرطان",
          "ا?مرداد|اسد",
          "شهريور|سنبله",
          "مهر|ميزان",
          "ابان|عقرب",
          "اذر|قوس",
          "دي|جدي",
          "بهمن|دلو",
          "اسفند|حوت");
  private static final Pattern SOLAR_DAY =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2}) ?("
              + String.join("|", SOLAR_MONTHS)
              + ")(?!\\p{L})(?: ?ماه)?,? ?(?:سال )?(1[34]\\d{2})(?!\\d)");
  private static final Pattern SOLAR_NUMBERS =
      Pattern.compile("(?<!\\d)(1[34]\\d{2})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)");

  /// Up to here years are of the solar calendar, if nothing tells which of the two is meant: 1429
  /// is 2050 in one of them, and 2008 in the other.
  private static final int LAST_SOLAR_YEAR = 1_429;

  private static final Pattern IMPERIAL = Pattern.compile("(令和|平成|民[国國]) ?(元|\\d{1,3}) ?年");
  private static final Pattern BUDDHIST = Pattern.compile("(?<!\\d)(2[56]\\d{2})(?!\\d)");
  private static final Pattern THAI = Pattern.compile("[\\u0e00-\\u0e7f]");
  private static final int BUDDHIST_ERA = 543;

  private OtherCalendars() {}

  /// The date without the days of other calendars.
  ///
  /// @param line plain
  /// @param persian it was written in the letters or figures of Iran
  static String gregorian(String line, boolean persian) {
    var text = IMPERIAL.matcher(line).replaceAll(OtherCalendars::ofReign);
    if (THAI.matcher(text).find())
      text = BUDDHIST.matcher(text).replaceAll(year -> minus(year.group(1), BUDDHIST_ERA));
    var alone = !GREGORIAN_YEAR.matcher(text).find();
    text = SOLAR_DAY.matcher(text).replaceAll(day -> alone ? named(day) : " ");
    text = LUNAR_DAY.matcher(text).replaceAll(" ");
    if (alone) text = SOLAR_NUMBERS.matcher(text).replaceAll(day -> numbered(day, persian));
    return LUNAR_NUMBERS.matcher(text).replaceAll(" ");
  }

  private static String ofReign(MatchResult year) {
    var number = year.group(2).equals("元") ? 1 : Integer.parseInt(year.group(2));
    var before =
        switch (year.group(1)) {
          case "令和" -> 2018;
          case "平成" -> 1988;
          default -> 1911;
        };
    return before + number + "年";
  }

  private static String minus(String year, int era) {
    return String.valueOf(Integer.parseInt(year) - era);
  }

  private static String named(MatchResult day) {
    var month = 0;
    while (!day.group(2).matches(SOLAR_MONTHS.get(month))) month++;
    return solar(number(day, 3), month + 1, number(day, 1));
  }

  private static String numbered(MatchResult day, boolean persian) {
    var year = number(day, 1);
    return persian || year <= LAST_SOLAR_YEAR ? solar(year, number(day, 2), number(day, 3)) : " ";
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /// The solar Hijri calendar: six months of 31 days, five of 30, and one of 29 or 30.
  private static String solar(int year, int month, int day) {
    var longest = month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
    if (month < 1 || month > 12 || day < 1 || day > longest) return " ";
    var begun = LocalDate.of(2025, 3, 21); // 1 Farvardin 1404
    for (var one = 1404; one < year; one++) begun = begun.plusDays(isLeap(one) ? 366 : 365);
    for (var one = year; one < 1404; one++) begun = begun.minusDays(isLeap(one) ? 366 : 365);
    var before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    return begun.plusDays(before + day - 1L) + " ";
  }

  /// Eight leap years in a cycle of 33: right from 1925 to 2088.
  private static boolean isLeap(int year) {
    return (25 * year + 11) % 33 < 8;
  }
}
