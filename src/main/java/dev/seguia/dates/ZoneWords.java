package dev.seguia.dates;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses the time zones in dates: `+0200`, `UTC+5:30`, `CEST`, `Europe/Paris`, `Pacific Standard
/// Time`, `بتوقيت القاهرة`.
final class ZoneWords {
  private static final Map<String, Integer> MINUTES = new HashMap<>();

  static {
    hours(0, "z gmt ut utc wet");
    hours(1, "west cet mez met bst wat");
    hours(2, "cest mesz mest eet sast cat");
    hours(3, "eest msk trt eat idt");
    hours(4, "msd gst samt azt");
    hours(5, "pkt uzt yekt");
    hours(6, "omst almt");
    hours(7, "ict wib krat");
    hours(8, "hkt sgt awst myt pht wita irkt");
    hours(9, "jst kst wit yakt");
    hours(10, "aest vlat chst");
    hours(11, "aedt");
    hours(12, "nzst");
    hours(13, "nzdt");
    hours(-2, "fnt");
    hours(-3, "adt brt art uyt clst");
    hours(-4, "at ast edt clt bot vet gyt");
    hours(-5, "et est cdt pet cot ect");
    hours(-6, "ct cst mdt");
    hours(-7, "mt mst pdt");
    hours(-8, "pt pst akdt");
    hours(-9, "akst hdt");
    hours(-10, "hst");
    minutes(-210, "nst");
    minutes(-150, "ndt");
    minutes(210, "irst");
    minutes(270, "irdt aft");
    minutes(330, "ist");
    minutes(345, "npt");
    minutes(390, "mmt");
    minutes(570, "acst");
    minutes(630, "acdt");
  }

  /// Names of several words, folded, and the region or abbreviation that they mean. A name that
  /// says neither standard nor daylight time means what the clocks show there.
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    american("eastern", "est", "edt", "america/new_york");
    american("central", "cst", "cdt", "america/chicago");
    american("mountain", "mst", "mdt", "america/denver");
    american("pacific", "pst", "pdt", "america/los_angeles");
    american("alaska", "akst", "akdt", "america/anchorage");
    american("atlantic", "ast", "adt", "america/halifax");
    american("hawaii", "hst", "hdt", "pacific/honolulu");
    name("gmt", "greenwich mean time", "coordinated universal time", "universal time");
    name("gmt", "temps universel", "temps universel coordonne", "heure de greenwich");
    name("gmt", "weltzeit", "tiempo universal", "غرينتش", "جرينتش", "غرينيتش", "جرينيتش");
    name("cet", "central european standard time", "heure normale d'europe centrale");
    name("cet", "mitteleuropaische zeit", "mitteleuropaische normalzeit", "cet/cest");
    name("cest", "central european summer time", "heure d'ete d'europe centrale");
    name("cest", "mitteleuropaische sommerzeit");
    name("europe/paris", "central european time", "heure d'europe centrale", "heure de paris");
    name("europe/paris", "paris time", "باريس");
    name("eet", "eastern european standard time", "osteuropaische zeit");
    name("eest", "eastern european summer time");
    name("europe/athens", "eastern european time");
    name("wet", "western european standard time");
    name("west", "western european summer time");
    name("europe/lisbon", "western european time");
    name("bst", "british summer time");
    name("europe/london", "london time", "uk time", "british time", "لندن");
    name("europe/moscow", "moscow standard time", "moscow time", "по москве", "мск", "موسكو");
    name("ist", "india standard time", "indian standard time");
    name("pkt", "pakistan standard time");
    name("gst", "gulf standard time");
    name("asia/riyadh", "arabian standard time", "arabia standard time", "arab standard time");
    name("asia/riyadh", "مكه", "مكه المكرمه", "السعوديه", "الرياض");
    name("africa/casablanca", "heure du maroc", "heure marocaine", "morocco standard time");
    name("africa/casablanca", "المغرب", "الرباط", "morocco time");
    name("africa/algiers", "heure d'alger", "heure algerienne", "الجزائر");
    name("africa/tunis", "heure de tunis", "تونس");
    name("africa/cairo", "cairo time", "egypt standard time", "القاهره", "مصر");
    name("asia/beirut", "beirut time", "بيروت", "لبنان");
    name("asia/damascus", "دمشق", "سوريا");
    name("asia/amman", "عمان", "الاردن");
    name("asia/jerusalem", "القدس", "فلسطين", "israel standard time");
    name("asia/baghdad", "بغداد", "العراق");
    name("asia/dubai", "دبي", "الامارات", "ابوظبي");
    name("asia/qatar", "الدوحه", "قطر");
    name("asia/kuwait", "الكويت");
    name("asia/tehran", "tehran time", "iran standard time", "طهران", "تهران");
    name("jst", "japan standard time", "日本時間");
    name("kst", "korea standard time", "korean standard time");
    name("asia/shanghai", "china standard time", "beijing time", "北京时间");
    name("hkt", "hong kong time", "hong kong standard time");
    name("sgt", "singapore time", "singapore standard time");
    name("aest", "australian eastern standard time");
    name("aedt", "australian eastern daylight time");
    name("australia/sydney", "sydney time");
    name("nzst", "new zealand standard time");
    name("nzdt", "new zealand daylight time");
    name("sast", "south africa standard time");
    name("eat", "east africa time", "eastern africa time");
    name("wat", "west africa time", "western africa time");
    name("cat", "central africa time");
    name("brt", "brasilia time", "brasilia standard time", "horario de brasilia");
    name("trt", "turkey time", "turkiye saati");
    name("europe/berlin", "deutscher zeit", "berlin time", "w. europe standard time");
    name("europe/madrid", "hora peninsular", "hora de madrid", "hora espanola");
  }

  /// The longest name first, so that none hides behind a part of it.
  private static final Pattern WRITTEN_OUT =
      Pattern.compile(
          "(?<![\\p{L}\\d])\\(?(?:بتوقيت )?("
              + NAMES.keySet().stream()
                  .sorted((one, other) -> other.length() - one.length())
                  .map(Pattern::quote)
                  .reduce((one, other) -> one + "|" + other)
                  .orElseThrow()
              + ")(?![\\p{L}\\d])\\)?");

  private static final int LONGEST_OFFSET = 18 * 60;

  private ZoneWords() {}

  private static void hours(int hours, String names) {
    minutes(60 * hours, names);
  }

  private static void minutes(int minutes, String names) {
    for (var name : names.split(" ", -1)) MINUTES.put(name, minutes);
  }

  private static void american(String area, String standard, String daylight, String region) {
    name(standard, area + " standard time");
    name(daylight, area + " daylight time", area + " daylight saving time");
    name(region, area + " time", area + " prevailing time");
  }

  private static void name(String zone, String... names) {
    for (var name : names) NAMES.put(name, zone);
  }

  /// The zone of `+0200`, `+02:00`, `+02`, `-5`, `+530`, `gmt`, `cest`; none if the text is no
  /// zone.
  static Optional<ZoneId> zone(String text) {
    var minutes = MINUTES.get(text);
    if (minutes != null) return Optional.of(ZoneOffset.ofTotalSeconds(60 * minutes));
    if (text.isEmpty() || "+-".indexOf(text.charAt(0)) < 0) return Optional.empty();
    return offset(text.charAt(0) == '-' ? -1 : 1, text.substring(1));
  }

  private static Optional<ZoneId> offset(int sign, String written) {
    var digits = written.replace(":", "");
    if (digits.isEmpty() || digits.length() > 4) return Optional.empty();
    if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) return Optional.empty();
    var hourDigits = digits.length() <= 2 ? digits.length() : digits.length() - 2;
    var hours = Integer.parseInt(digits.substring(0, hourDigits));
    var rest = digits.substring(hourDigits);
    var minutes = 60 * hours + (rest.isEmpty() ? 0 : Integer.parseInt(rest));
    return Optional.of(
        minutes > LONGEST_OFFSET ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(60 * sign * minutes));
  }

  /// A region such as `europe/paris`.
  static Optional<ZoneId> region(String text) {
    return Optional.ofNullable(Regions.NAMES.get(text)).map(ZoneId::of);
  }

  /// Takes a zone out of a line that is written out in words.
  static Optional<ZoneId> takeWrittenOut(DateLine line) {
    return line.take(WRITTEN_OUT)
        .flatMap(found -> {
          var name = NAMES.getOrDefault(found.get(1), "");
          return zone(name).or(() -> region(name));
        });
  }

  private static final class Regions {
    static final Map<String, String> NAMES = new HashMap<>();

    static {
      for (var name : ZoneId.getAvailableZoneIds())
        if (name.contains("/")) NAMES.put(name.toLowerCase(Locale.ROOT), name);
    }
  }
}
