package dev.seguia.feed;

import java.text.Normalizer;
import java.util.Locale;

/// Folds a text to what it is compared by: lower case, no accents, one spelling of the Arabic
/// letters that are written in several ways.
public final class Fold {
  private Fold() {}

  /// The folded text. Words stay apart and punctuation stays in place.
  public static String fold(String text) {
    if (isPlainAscii(text)) return text.toLowerCase(Locale.ROOT);
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

  private static boolean isPlainAscii(String text) {
    for (var at = 0; at < text.length(); at++) if (text.charAt(at) >= 0x80) return false;
    return true;
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
