package dev.seguia.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.ArrayUtil;

/// A token filter that folds words: lower case, no accents and no vowel signs, plain digits, one
/// spelling of Arabic letter variants.
///
/// One filter in the place of four of Lucene's, since every character of every entry passes here.
final class FoldingFilter extends TokenFilter {
  /// What one character may become, as a ligature does.
  private static final int MOST_OF_ONE = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private char[] folded = new char[64];

  FoldingFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) return false;
    if (!lowerAscii()) fold();
    return true;
  }

  /// Lower-cases a word of ASCII letters (fast path).
  ///
  /// @return false if there are others in it
  private boolean lowerAscii() {
    var word = term.buffer();
    for (var at = 0; at < term.length(); at++) {
      var character = word[at];
      if (character >= 0x80) return false;
      if (character >= 'A' && character <= 'Z') word[at] = (char) (character + ('a' - 'A'));
    }
    return true;
  }

  private void fold() {
    var word = term.buffer();
    var length = term.length();
    folded = ArrayUtil.grow(folded, length * MOST_OF_ONE);
    var end = 0;
    for (var at = 0; at < length; ) {
      var character = Character.codePointAt(word, at, length);
      at += Character.charCount(character);
      if (Character.getType(character) != Character.NON_SPACING_MARK && character != 'ـ')
        end = append(letter(character), end);
    }
    term.copyBuffer(folded, 0, end);
  }

  private int append(int character, int end) {
    if (character < 0x80 || (character >= 0x600 && character < 0x1d00) || character > 0xffff)
      return end + Character.toChars(character, folded, end);
    return ASCIIFoldingFilter.foldToASCII(new char[] {(char) character}, 0, folded, end, 1);
  }

  private static int letter(int character) {
    return switch (character) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى' -> 'ي';
      case 'ة' -> 'ه';
      default -> {
        var digit = Character.isDigit(character) ? Character.digit(character, 10) : -1;
        yield digit >= 0 ? '0' + digit : Character.toLowerCase(character);
      }
    };
  }
}
