package dev.seguia.dedup;

/// Gathers the words of texts in lower case, one blank between them.
///
/// Every entry that is new or changed passes here with its whole text, so it is read once and in
/// place.
final class Words {
  private final StringBuilder words;

  /// @param length of the texts, about
  Words(int length) {
    words = new StringBuilder(length);
  }

  /// Adds a plain text, and marks its end.
  void add(String text, boolean numbersCount) {
    add(text, 0, text.length(), numbersCount);
    words.append('\n');
  }

  /// Adds clean HTML, in which every `<` begins a tag and every `&` a character reference: neither
  /// is a word. Numbers in it do not count.
  void addHtml(String html) {
    var start = 0;
    for (var at = 0; at < html.length(); at++) {
      var character = html.charAt(at);
      if (character != '<' && character != '&') continue;
      add(html, start, at, false);
      var close = html.indexOf(character == '<' ? '>' : ';', at);
      at = close < 0 ? html.length() : close;
      start = at + 1;
    }
    add(html, Math.min(start, html.length()), html.length(), false);
    words.append('\n');
  }

  private void add(String text, int from, int to, boolean numbersCount) {
    var start = -1;
    for (var at = from; at <= to; at++) {
      var inWord = at < to && Character.isLetterOrDigit(text.charAt(at));
      if (inWord && start < 0) start = at;
      if (inWord || start < 0) continue;
      if (numbersCount || !isNumber(text, start, at)) addWord(text, start, at);
      start = -1;
    }
  }

  private void addWord(String text, int start, int end) {
    for (var at = start; at < end; at++) words.append(Character.toLowerCase(text.charAt(at)));
    words.append(' ');
  }

  private static boolean isNumber(String text, int start, int end) {
    for (var at = start; at < end; at++) if (!Character.isDigit(text.charAt(at))) return false;
    return true;
  }

  @Override
  public String toString() {
    return words.toString();
  }
}
