package dev.seguia.dedup;

import dev.seguia.text.SpelledWord;
import dev.seguia.text.StopWords;
import java.util.Set;

/// The kinds of a word in a title, as bits of a byte.
final class WordKind {
  /// It says what the title is about.
  static final int CONTENT = 1;

  /// It has a digit.
  static final int NUMBER = 2;

  /// It is written as names are.
  static final int NAME = 4;

  /// It turns the sense of a title round, small as it is.
  static final int TURN = 8;

  private static final Set<String> TURNS =
      Set.of(
          "not", "no", "ne", "pas", "non", "ni", "never", "jamais", "sans", "avec", "without",
          "contre", "against", "before", "after", "avant", "apres", "لا", "لم", "لن", "ليس", "قبل",
          "بعد");

  private WordKind() {}

  static byte of(SpelledWord word) {
    var kind = StopWords.contains(word.folded()) ? 0 : CONTENT;
    if (hasDigit(word.folded())) kind |= NUMBER;
    if (word.capital()) kind |= NAME;
    if (TURNS.contains(word.folded())) kind |= TURN;
    return (byte) kind;
  }

  static boolean hasDigit(String word) {
    for (var at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at)))
      if (Character.isDigit(word.codePointAt(at))) return true;
    return false;
  }
}
