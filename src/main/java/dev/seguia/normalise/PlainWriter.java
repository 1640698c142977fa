package dev.seguia.normalise;

/// Gathers the beginning of a text while HTML is read: enough for a short form of it.
final class PlainWriter {
  static final int LONGEST = 4_000;

  private final StringBuilder text = new StringBuilder(512);

  void append(String characters) {
    if (text.length() < LONGEST) text.append(characters, 0, Math.min(characters.length(), LONGEST));
  }

  void space() {
    if (text.length() < LONGEST) text.append(' ');
  }

  @Override
  public String toString() {
    return PlainText.line(text.toString());
  }
}
