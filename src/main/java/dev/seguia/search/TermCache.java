package dev.seguia.search;

import dev.seguia.memory.MemoryShare;
import org.jspecify.annotations.Nullable;

/// A cache of the terms of recent words, for all languages together. The terms of a word depend
/// only on the word and the language, and texts mostly use few words: cached words skip the
/// filters.
///
/// Each word has two places, of which it takes the one that was used less lately. Several threads
/// may use it at the same time: what one of them overwrites, another makes again.
final class TermCache {
  /// In bytes, by an estimate.
  private static final int OF_A_WORD = 90;

  /// In characters; longer words are no words that come again.
  private static final int LONGEST = 24;

  private final WordTerms[] words;

  TermCache() {
    this(MemoryShare.WORDS.count(OF_A_WORD, 1 << 10, 1 << 18));
  }

  /// @param most how many words it holds at most
  TermCache(int most) {
    words = new WordTerms[Integer.highestOneBit(most)];
  }

  /// A word and its terms.
  ///
  /// @param written as it stands in the text
  /// @param folded what is found beside the stem; empty where it is the stem
  record WordTerms(Language language, char[] written, char[] stem, char[] folded) {
    /// By a loop: words are short, and what compares long arrays takes longer to begin.
    private boolean areOf(Language language, char[] buffer, int length) {
      if (this.language != language || written.length != length) return false;
      for (var at = 0; at < length; at++) if (written[at] != buffer[at]) return false;
      return true;
    }
  }

  @Nullable WordTerms get(Language language, char[] buffer, int length) {
    if (length > LONGEST) return null;
    var place = place(language, buffer, length);
    var recent = words[place];
    if (recent == null) return null;
    if (recent.areOf(language, buffer, length)) return recent;
    var other = words[place + 1];
    if (other == null || !other.areOf(language, buffer, length)) return null;
    words[place] = other;
    words[place + 1] = recent;
    return other;
  }

  void put(WordTerms word) {
    var length = word.written().length;
    if (length > LONGEST) return;
    var place = place(word.language(), word.written(), length);
    words[place + 1] = words[place];
    words[place] = word;
  }

  /// The first of a word's two places.
  private int place(Language language, char[] buffer, int length) {
    var hash = language.hashCode();
    for (var at = 0; at < length; at++) hash = hash * 31 + buffer[at];
    return (hash ^ hash >>> 15) & (words.length - 2);
  }
}
