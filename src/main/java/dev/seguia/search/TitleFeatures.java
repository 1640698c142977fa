package dev.seguia.search;

import dev.seguia.text.Fold;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;

/// The features of a title that show which event it is about: its words without stop words, cut to
/// a short stem. Names, which are capitalised, have more weight.
public final class TitleFeatures {
  static final double NAME_WEIGHT = 1.3;

  private static final int LONGEST = 6;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");
  private static final List<String> ARABIC_PREFIXES =
      List.of("وال", "بال", "كال", "فال", "لل", "ال");
  private static final Set<String> EVERYWHERE =
      folded(
          FrenchAnalyzer.getDefaultStopSet(),
          EnglishAnalyzer.getDefaultStopSet(),
          ArabicAnalyzer.getDefaultStopSet());
  private static final Map<String, Set<String>> BY_LANGUAGE =
      Map.of(
          "de", folded(GermanAnalyzer.getDefaultStopSet()),
          "es", folded(SpanishAnalyzer.getDefaultStopSet()),
          "pt", folded(PortugueseAnalyzer.getDefaultStopSet()),
          "ru", folded(RussianAnalyzer.getDefaultStopSet()));

  private TitleFeatures() {}

  private static Set<String> folded(CharArraySet... sets) {
    var folded = new HashSet<String>();
    for (var set : sets) for (var word : set) folded.add(Fold.fold(new String((char[]) word)));
    return Set.copyOf(folded);
  }

  /// The features of a title with their weights.
  public static Map<String, Double> of(String title, Optional<String> language) {
    var emptyWords = BY_LANGUAGE.getOrDefault(Language.primary(language).orElse(""), EVERYWHERE);
    var isShouted = title.codePoints().noneMatch(Character::isLowerCase);
    var features = new LinkedHashMap<String, Double>();
    WORD.matcher(title)
        .results()
        .map(found -> found.group())
        .forEach(written -> {
          var word = Fold.fold(written);
          if (emptyWords.contains(word) || isTooShort(word)) return;
          var isName = !isShouted && Character.isUpperCase(written.codePointAt(0));
          features.put(cut(stem(word)), isName ? NAME_WEIGHT : 1.0);
        });
    return features;
  }

  private static boolean isTooShort(String word) {
    return word.isEmpty() || (word.length() < 2 && !Character.isDigit(word.charAt(0)));
  }

  /// Independent of the language, except for the Arabic article and attached particles.
  private static String stem(String word) {
    if (isArabic(word)) return withoutArticle(word);
    var isPlural = word.length() > 4 && (word.endsWith("s") || word.endsWith("x"));
    var singular = isPlural && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    var endsMute = singular.length() > 4 && singular.endsWith("e");
    return endsMute ? singular.substring(0, singular.length() - 1) : singular;
  }

  private static String withoutArticle(String word) {
    return ARABIC_PREFIXES.stream()
        .filter(prefix -> word.startsWith(prefix) && word.length() - prefix.length() >= 3)
        .findFirst()
        .map(prefix -> word.substring(prefix.length()))
        .orElse(word);
  }

  private static String cut(String stem) {
    var isLong = stem.codePointCount(0, stem.length()) > LONGEST && !isArabic(stem);
    return isLong ? stem.substring(0, stem.offsetByCodePoints(0, LONGEST)) : stem;
  }

  private static boolean isArabic(String word) {
    return word.charAt(0) >= 0x600 && word.charAt(0) <= 0x6ff;
  }
}
