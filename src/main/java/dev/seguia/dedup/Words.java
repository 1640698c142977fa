package dev.seguia.dedup;

import dev.seguia.text.Letters;
import java.util.Arrays;

/// Hashes the words of an entry's texts, in place and in one pass: this runs on the whole text of
/// every new or changed entry.
///
/// Words are runs of letters or digits in lower case; accents stay, since copies of a text have the
/// same ones.
final class Words {
  /// In words of content that are compared.
  private static final int MOST = 5_000;

  /// What no word hashes to: the end of a text.
  private static final long END = 0;

  private final MurmurHash substance = new MurmurHash();
  private int[] content = new int[0];
  private int count;

  /// The word that was read last: its hash in 64 bits, and whether it is a number.
  private long word;

  private boolean isNumber;

  /// Adds a plain text, and marks its end.
  void add(String text, boolean numbersCount) {
    for (var at = 0; at < text.length(); at++) {
      if (Letters.lower(text.charAt(at)) == 0) continue;
      at = read(text, at);
      if (numbersCount || !isNumber) substance.add(word);
    }
    substance.add(END);
  }

  /// Adds the content: clean HTML, in which every `<` begins a tag and every `&` a character
  /// reference. Neither is a word. Numbers in it do not count for the substance.
  void addContent(String html) {
    content = new int[Math.min(MOST, html.length() / 6 + 16)];
    for (var at = 0; at < html.length(); at++) {
      var character = html.charAt(at);
      if (Letters.lower(character) != 0) {
        at = read(html, at) - 1;
        if (!isNumber) substance.add(word);
        keep((int) Hash.mix(word));
      } else if (character == '<') at = endOf('>', html, at);
      else if (character == '&') at = endOf(';', html, at);
    }
    substance.add(END);
  }

  private static int endOf(char close, String html, int at) {
    var end = html.indexOf(close, at);
    return end < 0 ? html.length() : end;
  }

  /// Reads the word that begins here.
  ///
  /// @return where it ends
  private int read(String text, int start) {
    var hash = Hash.BASIS;
    var digits = true;
    var at = start;
    for (; at < text.length(); at++) {
      var letter = Letters.lower(text.charAt(at));
      if (letter == 0) break;
      hash = (hash ^ letter) * Hash.PRIME;
      digits = digits && Character.isDigit(letter);
    }
    word = hash;
    isNumber = digits;
    return at;
  }

  private void keep(int hash) {
    if (count == MOST) return;
    if (count == content.length) content = Arrays.copyOf(content, Math.min(MOST, count * 2));
    content[count++] = hash;
  }

  /// The hash of each word of the content, in order.
  int[] content() {
    return Arrays.copyOf(content, count);
  }

  /// Of all words of all texts.
  Fingerprint substance() {
    return new Fingerprint(substance.hash());
  }
}
