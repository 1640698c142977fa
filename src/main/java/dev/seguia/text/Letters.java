package dev.seguia.text;

/// The letters and digits of words, with a fast table for the common scripts: Latin, Greek,
/// Cyrillic, Hebrew, Arabic.
///
/// Every new entry passes here with its whole text, character by character.
public final class Letters {
  private static final char[] LOWER = new char[0x700];

  static {
    for (var character = '\0'; character < LOWER.length; character++)
      LOWER[character] = computed(character);
  }

  private Letters() {}

  /// A letter or digit in lower case; 0 for all other characters, including surrogates.
  public static char lower(char character) {
    if (character < LOWER.length) return LOWER[character];
    return isPunctuation(character) ? 0 : computed(character);
  }

  /// The quotation marks and dashes of print: by far the most frequent of what is in no table.
  private static boolean isPunctuation(char character) {
    return character >= 0x2000 && character < 0x2070;
  }

  /// Whether a code point is a letter or digit.
  static boolean isIn(int codePoint) {
    return codePoint < LOWER.length ? LOWER[codePoint] != 0 : Character.isLetterOrDigit(codePoint);
  }

  private static char computed(char character) {
    return Character.isLetterOrDigit(character) ? Character.toLowerCase(character) : 0;
  }
}
