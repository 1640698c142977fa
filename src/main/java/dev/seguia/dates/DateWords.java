package dev.seguia.dates;

import dev.seguia.text.Fold;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words in dates: the months and days of the week in many languages.
final class DateWords {
  private DateWords() {}

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /// French and English by heart, since most sources speak them; and what the tables of the Java
  /// platform do not know: the months of Morocco, Algeria and the Levant, habits of writing.
  private static final Map<String, Integer> FAMILIAR =
      months(
          "january janvier jan janv jan. gennaio enero januar يناير ينائر جانفي",
          "february fevrier feb fev fevr febr fvr فبراير فبرير فيفري فورار شباط",
          "march mars mar marz maerz mrz مارس مارش اذار ادار",
          "april avril apr avr ابريل ابرل افريل نيسان",
          "may mai mei ماي مايو ايار",
          "june juin jun jui يونيو يونية جوان حزيران",
          "july juillet jul juil juill يوليو يولية يوليوز جويلية تموز",
          "august aout aug aou اغسطس اوغسطس اغسطوس غشت اوت اب",
          "september septembre sep sept سبتمبر شتنبر شتمبر ايلول",
          "october octobre oct okt اكتوبر اوكتوبر",
          "november novembre nov نوفمبر نونبر نوفنبر",
          "december decembre dec dez ديسمبر دسمبر دجنبر دجمبر");

  private static final List<String> LANGUAGES =
      List.of(
          "de", "es", "it", "pt", "nl", "el", "hu", "ru", "uk", "pl", "cs", "sk", "sv", "da", "no",
          "fi", "tr", "ro", "ca", "hr", "sr", "sl", "bg", "lt", "lv", "et", "id", "vi", "fa", "he",
          "ar", "fr", "en", "ur", "hi", "bn", "th", "ka", "hy", "az", "kk", "uz", "ms", "fil", "sw",
          "ku", "be", "mk", "bs", "is", "ga", "eu", "gl", "sq", "mt", "af", "ta", "te", "ml", "mr",
          "gu", "kn", "pa", "ne", "mn", "am", "zh");

  private static final Map<String, Integer> WEEKDAYS =
      Map.ofEntries(
          Map.entry("mon", 1),
          Map.entry("tue", 2),
          Map.entry("wed", 3),
          Map.entry("thu", 4),
          Map.entry("fri", 5),
          Map.entry("sat", 6),
          Map.entry("sun", 7),
          Map.entry("lun", 1),
          Map.entry("mar", 2),
          Map.entry("mer", 3),
          Map.entry("jeu", 4),
          Map.entry("ven", 5),
          Map.entry("sam", 6),
          Map.entry("dim", 7));

  /// The text in lower case without accents, with Western digits and single blanks.
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    var ascii = true;
    for (var i = 0; i < text.length(); i++) ascii &= text.charAt(i) < 0x80;
    var folded = ascii ? text : Fold.fold(text);
    for (var i = 0; i < folded.length(); i++) {
      var character = common(folded.charAt(i));
      if (character == 0) continue;
      var digit = Character.digit(character, 10);
      if (digit >= 0) plain.append((char) ('0' + digit));
      else if (!Character.isWhitespace(character) && !Character.isSpaceChar(character))
        plain.append(Character.toLowerCase(character));
      else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') plain.append(' ');
    }
    return plain.toString().stripTrailing();
  }

  /// One sign for those that mean the same: the letters that Persian writes otherwise, dashes,
  /// commas; 0 for marks of direction and joining, which are no signs at all.
  private static char common(char character) {
    return switch (character) {
      case 'ی' -> 'ي';
      case 'ک' -> 'ك';
      case '،', '、' -> ',';
      case '‐', '‑', '‒', '–', '—', '−' -> '-';
      case '’', 'ʼ' -> '\'';
      default -> Character.getType(character) == Character.FORMAT ? 0 : character;
    };
  }

  /// The month whose English short name stands at a place, or 0.
  static int shortMonth(String line, int at) {
    for (var month = 0; month < 12; month++)
      if (MONTHS.startsWith(line.substring(at, at + 3), 3 * month)) return month + 1;
    return 0;
  }

  /// The month of a word in any language we know.
  static Optional<Integer> month(String word) {
    var familiar = FAMILIAR.get(word);
    if (familiar != null) return Optional.of(familiar);
    var foreign = Optional.ofNullable(Foreign.MONTHS.get(word));
    // Hebrew joins "in" to the month: בנובמבר
    return foreign.isEmpty() && word.length() > 3 && word.charAt(0) == 'ב'
        ? Optional.ofNullable(Foreign.MONTHS.get(word.substring(1)))
        : foreign;
  }

  /// The day of the week that a French or English word begins with, Monday being 1.
  static Optional<Integer> weekday(String word) {
    return word.length() < 3
        ? Optional.empty()
        : Optional.ofNullable(WEEKDAYS.get(word.substring(0, 3)));
  }

  /// Whether a word is a day of the week in a language that pages are written in.
  static boolean dayOfWeek(String word) {
    return Days.NAMES.contains(word);
  }

  private static Map<String, Integer> months(String... names) {
    var months = new HashMap<String, Integer>();
    for (var i = 0; i < names.length; i++)
      for (var name : names[i].split(" ", -1)) months.put(Fold.fold(name), i + 1);
    return months;
  }

  /// The tables of the platform, loaded at the first unknown word.
  private static final class Foreign {
    static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
      for (var language : LANGUAGES)
        for (var month : Month.values())
          for (var style :
              List.of(
                  TextStyle.SHORT,
                  TextStyle.FULL,
                  TextStyle.SHORT_STANDALONE,
                  TextStyle.FULL_STANDALONE))
            add(month, month.getDisplayName(style, Locale.of(language)));
      // Greek as feeds write it, and Hungarian without its accents
      add(Month.MAY, "μαιου");
      add(Month.AUGUST, "αυγ");
    }

    private static void add(Month month, String name) {
      var word = plain(name).replace(".", "");
      if (word.length() > 1 && !word.chars().allMatch(Character::isDigit))
        MONTHS.putIfAbsent(word, month.getValue());
    }
  }

  private static final class Days {
    static final Set<String> NAMES = new HashSet<>();

    static {
      for (var language : LANGUAGES)
        for (var day : DayOfWeek.values())
          for (var style : List.of(TextStyle.SHORT, TextStyle.FULL)) {
            var name = plain(day.getDisplayName(style, Locale.of(language))).replace(".", "");
            NAMES.addAll(List.of(name.split("[ -]", -1)));
          }
    }
  }
}
