package dev.seguia.normalise;

/// Gathers the beginning of a text while HTML is read: enough for a short form of it.
final class PlainWriter {
  static final int LONGEST = 4_000;

  private final StringBuilder text;

  /// @param length of all that will be read, about
  PlainWriter(int length) {
    text = new StringBuilder(Math.min(length, LONGEST) + 64);
  }

  void append(String characters) {
    if (text.length() >= LONGEST) return;
    if (characters.length() <= LONGEST) text.append(characters);
    else text.append(characters, 0, LONGEST);
  }

  void space() {
    if (text.length() < LONGEST) text.append(' ');
  }

  @Override
  public String toString() {
    return PlainText.line(text.toString());
  }
}
