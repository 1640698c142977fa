package dev.seguia.query;

import java.util.OptionalInt;
import java.util.Set;

/// The classes of characters in a query.
final class Signs {
  /// Straight, curved and low ones, and guillemets: any of them opens, the next one closes.
  private static final String QUOTES = "\"“”„‟«»‹›＂〝〞「」";

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

  /// Limit: letters before a wildcard; fewer are answered with 400.
  ///
  /// A pattern that begins with fewer letters fits too many words.
  private static final int LEAST_BEFORE_WILDCARD = 2;

  private Signs() {}

  static boolean isQuote(int character) {
    return QUOTES.indexOf(character) >= 0;
  }

  /// Blanks and controls of all kinds, and what in Arabic, Chinese or Spanish parts sentences.
  static boolean isGap(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE
        || "،؛؟¿¡、。？".indexOf(character) >= 0;
  }

  static boolean isWildcard(int character) {
    return character == '*' || character == '?';
  }

  /// Whether a character ends a word.
  static boolean endsWord(int character) {
    return isGap(character) || isQuote(character) || character == '(' || character == ')';
  }

  /// Whether a text stands in a query as one word or pattern.
  static boolean isWord(String text) {
    return saysSomething(text)
        && text.equals(trimmed(text))
        && text.indexOf(':') < 0
        && !OPERATORS.contains(text)
        && text.codePoints().noneMatch(Signs::endsWord);
  }

  static boolean isPhrase(String text) {
    return saysSomething(text) && text.codePoints().noneMatch(Signs::isQuote);
  }

  static boolean saysSomething(String text) {
    return text.codePoints().anyMatch(Signs::isLetter);
  }

  static boolean hasWildcard(String text) {
    return text.codePoints().anyMatch(Signs::isWildcard);
  }

  /// Letters, digits and their marks, and pictures such as a flag.
  private static boolean isLetter(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.OTHER_SYMBOL;
  }

  private static boolean isInner(int character) {
    return isLetter(character)
        || isWildcard(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.COMBINING_SPACING_MARK;
  }

  /// Whether a word, a phrase, a group or a field can begin with a character.
  static boolean beginsTerm(int character) {
    return isInner(character) || isQuote(character) || character == '(';
  }

  /// A word without the punctuation at its ends.
  static String trimmed(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && !isInner(text.codePointAt(start)))
      start += Character.charCount(text.codePointAt(start));
    while (end > start && !isInner(text.codePointBefore(end)))
      end -= Character.charCount(text.codePointBefore(end));
    return text.substring(start, end);
  }

  /// With single blanks, none at its ends, and no controls.
  static String onOneLine(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(character -> {
          if (!isGap(character)) line.appendCodePoint(character);
          else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') line.append(' ');
        });
    return line.toString().strip();
  }

  /// Where a wildcard stands with fewer than two letters before it, if one does.
  static OptionalInt bareWildcard(String pattern) {
    var letters = 0;
    for (var at = 0; at < pattern.length(); at++) {
      var character = pattern.charAt(at);
      if (isWildcard(character) && letters < LEAST_BEFORE_WILDCARD) return OptionalInt.of(at);
      letters = endsRun(character) ? 0 : letters + 1;
    }
    return OptionalInt.empty();
  }

  private static boolean endsRun(char character) {
    return !isInner(character) && !Character.isSurrogate(character);
  }
}
