package dev.seguia.normalise;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The writing systems that identify a language, or a few of them.
enum Script {
  LATIN(""),
  ARABIC("ar fa ur ps ckb ug sd ku azb arz ary"),
  CYRILLIC("ru uk be bg sr mk kk ky mn tg tt ba"),
  HEBREW("he iw yi"),
  GREEK("el"),
  HAN("zh ja yue"),
  KANA("ja"),
  HANGUL("ko"),
  THAI("th"),
  DEVANAGARI("hi mr ne"),
  TIFINAGH("zgh ber tzm kab shi rif"),
  ETHIOPIC("am ti");

  private static final int MOST_LETTERS = 400;
  private static final int FEWEST_LETTERS = 8;
  private static final double SHARE = 0.6;

  /// Those written in it, with blanks between them.
  private final String languages;

  Script(String languages) {
    this.languages = languages;
  }

  /// The script of most letters of two texts, of which the second goes on where the first ends.
  static Optional<Script> of(String title, String text) {
    var counts = new EnumMap<Script, Integer>(Script.class);
    var letters = count(title, MOST_LETTERS, counts);
    letters += count(text, MOST_LETTERS - letters, counts);
    // A little kana among many Chinese characters is Japanese.
    if (counts.containsKey(KANA)) counts.merge(KANA, counts.getOrDefault(HAN, 0), Integer::sum);
    return letters < FEWEST_LETTERS ? Optional.empty() : most(counts, letters);
  }

  /// @return how many letters were counted
  private static int count(String text, int most, Map<Script, Integer> counts) {
    var letters = 0;
    var latin = 0;
    for (var i = 0; i < text.length() && letters < most; ) {
      var codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (!Character.isLetter(codePoint)) continue;
      letters++;
      var script = ofLetter(codePoint);
      if (script == LATIN) latin++;
      else if (script != null) counts.merge(script, 1, Integer::sum);
    }
    counts.merge(LATIN, latin, Integer::sum);
    return letters;
  }

  /// Where two have enough, the later one: kana counts for more than Chinese characters.
  private static Optional<Script> most(Map<Script, Integer> counts, int letters) {
    var most = Optional.<Script>empty();
    for (var count : counts.entrySet())
      if (count.getValue() >= SHARE * letters) most = Optional.of(count.getKey());
    return most;
  }

  /// Whether a language is written in this script.
  boolean writes(String language) {
    if (this == LATIN || language.contains("-latn")) return true;
    return (" " + languages + " ").contains(" " + language.split("-", 2)[0] + " ");
  }

  /// The likeliest language of a text in this script.
  String language(String text) {
    return switch (this) {
      case LATIN -> throw new IllegalStateException("Latin letters tell no language");
      case ARABIC -> hasAny(text, "ٹڈڑےں") ? "ur" : hasAny(text, "پچژگ") ? "fa" : "ar";
      case CYRILLIC -> hasAny(text, "іїєґ") ? "uk" : "ru";
      case HEBREW -> "he";
      case GREEK -> "el";
      case HAN -> "zh";
      case KANA -> "ja";
      case HANGUL -> "ko";
      case THAI -> "th";
      case DEVANAGARI -> "hi";
      case TIFINAGH -> "zgh";
      case ETHIOPIC -> "am";
    };
  }

  /// Three letters at the least: one may be in a foreign name.
  private static boolean hasAny(String text, String letters) {
    var found = 0;
    for (var i = 0; i < text.length(); i++)
      if (letters.indexOf(text.charAt(i)) >= 0 && ++found == 3) return true;
    return false;
  }

  private static @Nullable Script ofLetter(int codePoint) {
    if (codePoint < 0x80) return LATIN;
    return switch (Character.UnicodeScript.of(codePoint)) {
      case LATIN -> LATIN;
      case ARABIC -> ARABIC;
      case CYRILLIC -> CYRILLIC;
      case HEBREW -> HEBREW;
      case GREEK -> GREEK;
      case HAN -> HAN;
      case HIRAGANA, KATAKANA -> KANA;
      case HANGUL -> HANGUL;
      case THAI -> THAI;
      case DEVANAGARI -> DEVANAGARI;
      case TIFINAGH -> TIFINAGH;
      case ETHIOPIC -> ETHIOPIC;
      default -> null;
    };
  }
}
