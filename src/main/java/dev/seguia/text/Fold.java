package dev.seguia.text;

import java.text.Normalizer;

/// Folds a text for comparison: lower case, no accents, one spelling of Arabic letter variants.
public final class Fold {
  /// What the characters of Latin and Arabic fold to that fold to one, whatever stands beside them;
  /// 0 for all others.
  private static final char[] ALONE = new char[0x700];

  static {
    for (var character = '\0'; character < 0x180; character++) ALONE[character] = alone(character);
    for (var character = '\u0600'; character < ALONE.length; character++)
      ALONE[character] = alone(character);
  }

  private Fold() {}

  private static char alone(char character) {
    var folded = composed(String.valueOf(character));
    return folded.length() == 1 ? folded.charAt(0) : 0;
  }

  /// The folded text. Word boundaries and punctuation are kept.
  public static String fold(String text) {
    var folded = new char[text.length()];
    for (var at = 0; at < folded.length; at++) {
      var character = text.charAt(at);
      folded[at] = character < ALONE.length ? ALONE[character] : 0;
      if (folded[at] == 0) return composed(text);
    }
    return new String(folded);
  }

  private static String composed(String text) {
    // Some signs come apart into capitals, as the one for "TEL" does: lower case comes after.
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    var folded = new StringBuilder(decomposed.length());
    for (var at = 0; at < decomposed.length(); ) {
      var codePoint = decomposed.codePointAt(at);
      if (counts(codePoint)) folded.appendCodePoint(letter(codePoint));
      at += Character.charCount(codePoint);
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /// Marks (accents, Arabic vowels) and the tatweel, which only stretches a word, do not count.
  private static boolean counts(int codePoint) {
    return Character.getType(codePoint) != Character.NON_SPACING_MARK && codePoint != 0x640;
  }

  private static int letter(int codePoint) {
    return switch (Character.toLowerCase(codePoint)) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى' -> 'ي';
      case 'ة' -> 'ه';
      case 'ς' -> 'σ';
      default -> Character.toLowerCase(codePoint);
    };
  }
}
