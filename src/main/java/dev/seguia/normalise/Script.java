package dev.seguia.normalise;

import java.util.EnumMap;
import java.util.Optional;

/// The scripts that tell a language, or a few of them.
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

  /// The script of most letters of a text.
  static Optional<Script> of(String text) {
    var counts = new EnumMap<Script, Integer>(Script.class);
    var letters = 0;
    for (var i = 0; i < text.length() && letters < MOST_LETTERS; ) {
      var codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (!Character.isLetter(codePoint)) continue;
      letters++;
      ofLetter(codePoint).ifPresent(script -> counts.merge(script, 1, Integer::sum));
    }
    // A little kana among many Chinese characters is Japanese.
    if (counts.containsKey(KANA)) counts.merge(KANA, counts.getOrDefault(HAN, 0), Integer::sum);
    var all = letters;
    return counts.entrySet().stream()
        .filter(count -> all >= FEWEST_LETTERS && count.getValue() >= SHARE * all)
        .map(java.util.Map.Entry::getKey)
        .reduce((first, second) -> second);
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
    return text.chars().filter(character -> letters.indexOf(character) >= 0).limit(3).count() == 3;
  }

  private static Optional<Script> ofLetter(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case LATIN -> Optional.of(LATIN);
      case ARABIC -> Optional.of(ARABIC);
      case CYRILLIC -> Optional.of(CYRILLIC);
      case HEBREW -> Optional.of(HEBREW);
      case GREEK -> Optional.of(GREEK);
      case HAN -> Optional.of(HAN);
      case HIRAGANA, KATAKANA -> Optional.of(KANA);
      case HANGUL -> Optional.of(HANGUL);
      case THAI -> Optional.of(THAI);
      case DEVANAGARI -> Optional.of(DEVANAGARI);
      case TIFINAGH -> Optional.of(TIFINAGH);
      case ETHIOPIC -> Optional.of(ETHIOPIC);
      default -> Optional.empty();
    };
  }
}
