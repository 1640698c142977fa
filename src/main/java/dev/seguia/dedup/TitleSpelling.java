package dev.seguia.dedup;

import java.util.regex.Pattern;

/// Normalises spelling variants in titles: acronyms, large numbers, percentages, prices, the time
/// of day, remaining days, ligatures, and some names.
final class TitleSpelling {
  /// As in `U.S.`.
  private static final Pattern ACRONYM = Pattern.compile("(?<![\\p{L}\\p{N}_])(?:\\p{L}\\.){2,}");

  /// As in `35,000`, `35.000` and `35 000`.
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<![\\p{N}.,])\\d{1,3}(?:[.,\\h]\\d{3})+(?!\\d)");

  /// As in `5 %`, `5 pour cent` and `5 percent`: the number tells enough.
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?iu)(?<=\\d)\\h*(?:%|(?:pour\\h+cent|per\\h?cent|pct|prozent|por\\h+cien(?:to)?)"
              + "(?!\\p{L})|(?:في|ب)\\h?(?:المئة|المائة)|بالمئة|بالمائة)");

  /// As in `J-7`, which is `7 jours`.
  private static final Pattern DAYS_LEFT =
      Pattern.compile("(?<![\\p{L}\\p{N}])[Jj]\\h?[-–−]\\h?(\\d{1,3})(?![\\p{L}\\p{N}])");

  /// As in `20 h 30`, `20:30` and `20h30`.
  private static final Pattern CLOCK =
      Pattern.compile("(?<![\\p{N}:.,])(\\d{1,2})\\h?[hH:]\\h?(\\d{2})(?![\\p{L}\\p{N}:])");

  /// As in `20 €`, which is `20 euros`; the same of `€20`.
  private static final Pattern EUROS_BEHIND = Pattern.compile("(?<=\\d)\\h?€");

  private static final Pattern EUROS_BEFORE = Pattern.compile("€\\h?(\\d[\\d.,]*)");

  /// Its number is that of no series.
  private static final Pattern COVID = Pattern.compile("(?iu)(?<!\\p{L})covid[ -]19(?!\\d)");

  private static final Pattern GAMES = Pattern.compile("(?iu)(?<!\\p{L})jeux olympiques(?!\\p{L})");

  private TitleSpelling() {}

  static String of(String title) {
    var text = title;
    if (text.indexOf('.') >= 0)
      text = ACRONYM.matcher(text).replaceAll(found -> found.group().replace(".", ""));
    if (hasDigit(text)) text = ofNumbers(text);
    if (text.contains("lympiques")) text = GAMES.matcher(text).replaceAll("JO");
    return hasLigature(text) ? withoutLigatures(text) : text;
  }

  private static String ofNumbers(String title) {
    var text = THOUSANDS.matcher(title).replaceAll(found -> found.group().replaceAll("\\D", ""));
    text = PERCENT.matcher(text).replaceAll(" ");
    text = CLOCK.matcher(text).replaceAll("$1h$2");
    if (text.contains("ovid") || text.contains("OVID"))
      text = COVID.matcher(text).replaceAll("covid");
    if (text.indexOf('J') >= 0 || text.indexOf('j') >= 0)
      text = DAYS_LEFT.matcher(text).replaceAll("$1 jours");
    if (text.indexOf('€') < 0) return text;
    text = EUROS_BEHIND.matcher(text).replaceAll(" euros");
    return EUROS_BEFORE.matcher(text).replaceAll("$1 euros");
  }

  private static boolean hasDigit(String text) {
    for (var at = 0; at < text.length(); at++)
      if (text.charAt(at) >= '0' && text.charAt(at) <= '9') return true;
    return false;
  }

  private static boolean hasLigature(String text) {
    for (var at = 0; at < text.length(); at++) if (!apart(text.charAt(at)).isEmpty()) return true;
    return false;
  }

  private static String withoutLigatures(String text) {
    var plain = new StringBuilder(text.length() + 4);
    for (var at = 0; at < text.length(); at++) {
      var apart = apart(text.charAt(at));
      if (apart.isEmpty()) plain.append(text.charAt(at));
      else plain.append(apart);
    }
    return plain.toString();
  }

  /// The two letters of a ligature; empty for other characters.
  private static String apart(char character) {
    return switch (character) {
      case 'œ' -> "oe";
      case 'Œ' -> "OE";
      case 'æ' -> "ae";
      case 'Æ' -> "AE";
      case 'ß' -> "ss";
      default -> "";
    };
  }
}
