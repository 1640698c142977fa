package dev.seguia.text;

import java.util.ArrayList;
import java.util.List;

/// Splits texts into words: runs of letters or digits, whatever stands between them.
public final class TextWords {
  private TextWords() {}

  /// The folded words of a text, in order.
  public static List<String> of(String text) {
    return split(Fold.fold(text));
  }

  /// The words of a text, in order, with their original spelling.
  public static List<SpelledWord> spelled(String text) {
    var words = new ArrayList<SpelledWord>();
    for (var start = 0; start < text.length(); ) {
      var end = endOfSpelled(text, start);
      if (end > start) add(words, text.substring(start, end));
      start = end + (end < text.length() ? Character.charCount(text.codePointAt(end)) : 1);
    }
    return words;
  }

  /// A sign such as `½` folds to two words.
  private static void add(List<SpelledWord> words, String spelling) {
    var capital = Character.isUpperCase(spelling.codePointAt(0));
    for (var word : of(spelling)) words.add(new SpelledWord(word, capital));
  }

  private static List<String> split(String text) {
    var words = new ArrayList<String>();
    var start = -1;
    for (var at = 0; at < text.length(); ) {
      var codePoint = text.codePointAt(at);
      var inWord = Letters.isIn(codePoint);
      if (inWord && start < 0) start = at;
      if (!inWord && start >= 0) words.add(text.substring(start, at));
      if (!inWord) start = -1;
      at += Character.charCount(codePoint);
    }
    if (start >= 0) words.add(text.substring(start));
    return words;
  }

  private static int endOfSpelled(String text, int start) {
    var at = start;
    while (at < text.length() && isOfSpelled(text.codePointAt(at)))
      at += Character.charCount(text.codePointAt(at));
    return at;
  }

  /// Accents and Arabic vowels stand within words, and so does what only stretches or joins them:
  /// all of it is gone when the word is folded.
  private static boolean isOfSpelled(int codePoint) {
    return Letters.isIn(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.OTHER_NUMBER;
  }
}
