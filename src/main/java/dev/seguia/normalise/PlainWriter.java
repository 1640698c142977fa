package dev.seguia.normalise;

/// Gathers the beginning of a text while HTML is read: enough for a short form of it.
final class PlainWriter {
  private final int longest;
  private final StringBuilder text = new StringBuilder(256);

  PlainWriter(int longest) {
    this.longest = longest;
  }

  void append(String characters) {
    var room = longest - text.length();
    if (room > 0) text.append(characters, 0, Math.min(characters.length(), room));
  }

  void space() {
    if (text.length() < longest) text.append(' ');
  }

  @Override
  public String toString() {
    return PlainText.line(text.toString());
  }
}
