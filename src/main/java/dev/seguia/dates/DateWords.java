package dev.seguia.dates;

import dev.seguia.feed.Fold;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words that dates are made of: months and days in many languages, zones by name.
final class DateWords {
  private DateWords() {}

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /// French and English by heart, since most sources speak them; and what the tables of the Java
  /// platform do not know: the months of Morocco, Algeria and the Levant, habits of writing.
  private static final Map<String, Integer> FAMILIAR =
      months(
          "january janvier jan janv jan. gennaio enero januar يناير جانفي",
          "february fevrier feb fev fevr febr fvr فبراير فيفري شباط",
          "march mars mar marz maerz mrz مارس اذار",
          "april avril apr avr ابريل افريل نيسان",
          "may mai mei ماي مايو ايار",
          "june juin jun jui يونيو جوان حزيران",
          "july juillet jul juil juill يوليو يوليوز جويلية تموز",
          "august aout aug aou اغسطس غشت اوت اب",
          "september septembre sep sept سبتمبر شتنبر ايلول",
          "october octobre oct okt اكتوبر",
          "november novembre nov نوفمبر نونبر",
          "december decembre dec dez ديسمبر دجنبر");

  private static final List<String> LANGUAGES =
      List.of(
          "de", "es", "it", "pt", "nl", "el", "hu", "ru", "uk", "pl", "cs", "sk", "sv", "da", "no",
          "fi", "tr", "ro", "ca", "hr", "sr", "sl", "bg", "lt", "lv", "et", "id", "vi", "fa", "he",
          "ar", "fr", "en");

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

  private static final Map<String, Integer> ZONE_HOURS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("gmt", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("wet", 0),
          Map.entry("west", 1),
          Map.entry("cet", 1),
          Map.entry("mez", 1),
          Map.entry("met", 1),
          Map.entry("bst", 1),
          Map.entry("cest", 2),
          Map.entry("mesz", 2),
          Map.entry("mest", 2),
          Map.entry("eet", 2),
          Map.entry("sast", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("msd", 4),
          Map.entry("trt", 3),
          Map.entry("pkt", 5),
          Map.entry("ict", 7),
          Map.entry("wib", 7),
          Map.entry("hkt", 8),
          Map.entry("sgt", 8),
          Map.entry("awst", 8),
          Map.entry("jst", 9),
          Map.entry("kst", 9),
          Map.entry("aest", 10),
          Map.entry("aedt", 11),
          Map.entry("nzst", 12),
          Map.entry("nzdt", 13),
          Map.entry("at", -4),
          Map.entry("ast", -4),
          Map.entry("adt", -3),
          Map.entry("et", -5),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("ct", -6),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mt", -7),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pt", -8),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("akst", -9),
          Map.entry("akdt", -8),
          Map.entry("hst", -10),
          Map.entry("brt", -3),
          Map.entry("art", -3));

  /// The text in lower case without accents, with Western digits and single blanks.
  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    var ascii = true;
    for (var i = 0; i < text.length(); i++) ascii &= text.charAt(i) < 0x80;
    var folded = ascii ? text : Fold.fold(text);
    for (var i = 0; i < folded.length(); i++) {
      var character = folded.charAt(i);
      var digit = Character.digit(character, 10);
      if (digit >= 0) plain.append((char) ('0' + digit));
      else if (!Character.isWhitespace(character) && !Character.isSpaceChar(character))
        plain.append(Character.toLowerCase(character));
      else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') plain.append(' ');
    }
    return plain.toString().stripTrailing();
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
    return familiar != null ? Optional.of(familiar) : Optional.ofNullable(Foreign.MONTHS.get(word));
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

  /// The zone of `+0200`, `+02:00`, `+02`, `gmt`, `cest`; none if the text is no zone.
  static Optional<ZoneId> zone(String text) {
    var hours = ZONE_HOURS.get(text);
    if (hours != null) return Optional.of(ZoneOffset.ofHours(hours));
    if (text.isEmpty() || "+-".indexOf(text.charAt(0)) < 0) return Optional.empty();
    var digits = text.substring(1).replace(":", "");
    if (digits.length() != 2 && digits.length() != 4) return Optional.empty();
    if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) return Optional.empty();
    var minutes =
        Integer.parseInt(digits.substring(0, 2)) * 60
            + (digits.length() == 4 ? Integer.parseInt(digits.substring(2)) : 0);
    if (minutes > 18 * 60) return Optional.of(ZoneOffset.UTC);
    return Optional.of(ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -60 : 60) * minutes));
  }

  /// A region such as `europe/paris`.
  static Optional<ZoneId> region(String text) {
    return Regions.NAMES.containsKey(text)
        ? Optional.of(ZoneId.of(Regions.NAMES.get(text)))
        : Optional.empty();
  }

  private static Map<String, Integer> months(String... names) {
    var months = new HashMap<String, Integer>();
    for (var i = 0; i < names.length; i++)
      for (var name : names[i].split(" ", -1)) months.put(Fold.fold(name), i + 1);
    return months;
  }

  /// The tables of the platform, loaded when a word is met that is not familiar.
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
          for (var style : List.of(TextStyle.SHORT, TextStyle.FULL))
            NAMES.add(plain(day.getDisplayName(style, Locale.of(language))).replace(".", ""));
    }
  }

  private static final class Regions {
    static final Map<String, String> NAMES = new HashMap<>();

    static {
      for (var name : ZoneId.getAvailableZoneIds())
        if (name.contains("/")) NAMES.put(name.toLowerCase(Locale.ROOT), name);
    }
  }
}
