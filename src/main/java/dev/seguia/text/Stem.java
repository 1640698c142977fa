package dev.seguia.text;

import java.util.List;

/// Cuts folded words to a light stem: enough that a plural meets its singular, and too little to
/// make two words one.
public final class Stem {
  /// `and the`, `by the`, `like the`, `so the`, `to the`, `the`: the longer ones first.
  private static final List<String> ARABIC_ARTICLES =
      List.of("وال", "بال", "كال", "فال", "لل", "ال");

  /// Of an Arabic word, in letters, without its article.
  private static final int SHORTEST_ARABIC = 3;

  /// The length up to which words are left unchanged.
  private static final int SHORT = 4;

  private Stem() {}

  /// The stem of a folded word, whatever its language.
  public static String of(String word) {
    return isArabic(word) ? withoutArticle(word) : singular(word);
  }

  /// Whether a word is written in Arabic letters.
  public static boolean isArabic(String word) {
    return !word.isEmpty() && word.charAt(0) >= '\u0600' && word.charAt(0) <= '\u06ff';
  }

  private static String withoutArticle(String word) {
    for (var article : ARABIC_ARTICLES)
      if (word.startsWith(article) && word.length() - article.length() >= SHORTEST_ARABIC)
        return word.substring(article.length());
    return word;
  }

  private static String singular(String word) {
    var end = word.length();
    if (end > SHORT && isPlural(word)) end--;
    if (end > SHORT && word.charAt(end - 1) == 'e') end--;
    return word.substring(0, end);
  }

  private static boolean isPlural(String word) {
    return word.endsWith("x") || (word.endsWith("s") && !word.endsWith("ss"));
  }
}
