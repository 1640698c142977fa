package dev.seguia.dedup;

import java.util.Arrays;

/// Hashes the words of a text in place: every new entry passes here with its whole text.
///
/// Words are runs of letters or digits in lower case; accents stay, since copies of a text have the
/// same ones.
final class HtmlWords {
  /// In words that are read of a text.
  private static final int MOST = 5_000;

  private final String html;
  private int[] hashes;
  private int count;
  private long word;

  private HtmlWords(String html) {
    this.html = html;
    this.hashes = new int[Math.min(MOST, html.length() / 6 + 16)];
  }

  /// The hash of each word, in order.
  ///
  /// @param html safe: every `<` begins a tag, and every `&` a character reference
  static int[] hashes(String html) {
    var words = new HtmlWords(html);
    words.read();
    return Arrays.copyOf(words.hashes, words.count);
  }

  private void read() {
    for (var at = 0; at < html.length() && count < MOST; at++) {
      var character = html.charAt(at);
      if (Character.isLetterOrDigit(character)) lengthen(Character.toLowerCase(character));
      else {
        end();
        if (character == '<') at = endOf('>', at);
        else if (character == '&') at = endOf(';', at);
      }
    }
    end();
  }

  private int endOf(char close, int at) {
    var end = html.indexOf(close, at);
    return end < 0 ? html.length() : end;
  }

  private void lengthen(char letter) {
    word = ((word == 0 ? Hash.BASIS : word) ^ letter) * Hash.PRIME;
  }

  private void end() {
    if (word == 0 || count == MOST) return;
    if (count == hashes.length) hashes = Arrays.copyOf(hashes, Math.min(MOST, count * 2));
    hashes[count++] = (int) Hash.mix(word);
    word = 0;
  }
}
