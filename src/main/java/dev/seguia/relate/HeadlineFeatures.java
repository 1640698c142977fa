package dev.seguia.relate;

import dev.seguia.words.SpelledWord;
import dev.seguia.words.Stem;
import dev.seguia.words.StopWords;
import dev.seguia.words.TextWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words by which a headline is compared.
///
/// @param weights by stem, those of the title first
/// @param ofTitle how many stand in the title
record HeadlineFeatures(Map<String, Double> weights, int ofTitle) {
  /// A word with a capital is a name, and names make a story; in a title all in capitals none is.
  private static final double NAME = 1.3;

  private static final double WORD = 1;

  /// Of the words of a summary, as a share of those of a title.
  static final double SUMMARY = 0.5;

  private static final int SUMMARY_WORDS = 40;

  /// In characters of a summary that are read for them.
  private static final int SUMMARY_CHARACTERS = 600;

  private static final int TITLE_CHARACTERS = 1_000;

  /// In letters: endings of Slavic and German words go. Arabic words have theirs at the front.
  private static final int LONGEST = 6;

  static HeadlineFeatures of(String title, String summary) {
    var features = new LinkedHashMap<String, Double>();
    add(features, beginning(title, TITLE_CHARACTERS), Integer.MAX_VALUE, 1);
    var ofTitle = features.size();
    add(features, beginning(summary, SUMMARY_CHARACTERS), SUMMARY_WORDS, SUMMARY);
    return new HeadlineFeatures(features, ofTitle);
  }

  private static String beginning(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private static void add(Map<String, Double> features, String text, int most, double share) {
    var name = isShouted(text) ? WORD : NAME;
    for (var word : first(TextWords.spelled(text), most))
      if (counts(word.folded()))
        features.merge(stem(word.folded()), share * (word.capital() ? name : WORD), Math::max);
  }

  private static List<SpelledWord> first(List<SpelledWord> words, int most) {
    return words.subList(0, Math.min(words.size(), most));
  }

  private static boolean counts(String word) {
    var isLong = word.codePointCount(0, word.length()) > 1 || Character.isDigit(word.charAt(0));
    return isLong && !StopWords.contains(word);
  }

  private static String stem(String word) {
    var stem = Stem.of(word);
    return Stem.isArabic(stem) || stem.length() <= LONGEST ? stem : stem.substring(0, LONGEST);
  }

  private static boolean isShouted(String text) {
    return text.codePoints().anyMatch(Character::isUpperCase)
        && text.codePoints().noneMatch(Character::isLowerCase);
  }
}
