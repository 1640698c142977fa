package dev.seguia.normalise;

import java.util.Arrays;

/// Collects the beginning of a text while HTML is read, enough for a teaser.
final class PlainWriter {
  static final int LONGEST = 4_000;

  private char[] text;
  private int length;

  /// @param length of all that will be read, about
  PlainWriter(int length) {
    text = new char[Math.min(length, LONGEST) + 64];
  }

  void append(String characters) {
    if (length >= LONGEST) return;
    var count = Math.min(characters.length(), LONGEST);
    makeRoom(count);
    characters.getChars(0, count, text, length);
    length += count;
  }

  void space() {
    if (length >= LONGEST) return;
    makeRoom(1);
    text[length++] = ' ';
  }

  private void makeRoom(int count) {
    if (length + count > text.length) text = Arrays.copyOf(text, 2 * (length + count));
  }

  /// The collected text, on one line. Call this once, at the end.
  String line() {
    return PlainText.tidy(text, length);
  }
}
