package dev.seguia.dedup;

import dev.seguia.text.SpelledWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A title without the labels that outlets add to it, see [TitleLabels].
///
/// @param words of the title proper, numbers in figures
/// @param subject what stood before it, as in `JO-2020:`; empty where nothing did
/// @param site what stood behind it, as in ` - France 24`; empty where nothing did
/// @param live whether a label says that the article is rewritten as things happen
record CanonicalTitle(
    List<SpelledWord> words, List<String> subject, List<String> site, boolean live) {
  /// In characters that are read; more is no title.
  private static final int LONGEST = 1_000;

  /// Neither `un`, which is an article, nor `neuf`, which is `new`.
  private static final Map<String, String> FIGURES =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("deux", "2"),
          Map.entry("trois", "3"),
          Map.entry("quatre", "4"),
          Map.entry("cinq", "5"),
          Map.entry("sept", "7"),
          Map.entry("huit", "8"),
          Map.entry("dix", "10"),
          Map.entry("onze", "11"),
          Map.entry("douze", "12"),
          Map.entry("treize", "13"),
          Map.entry("quatorze", "14"),
          Map.entry("quinze", "15"),
          Map.entry("seize", "16"),
          Map.entry("vingt", "20"),
          Map.entry("trente", "30"),
          Map.entry("quarante", "40"),
          Map.entry("cinquante", "50"),
          Map.entry("soixante", "60"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("twenty", "20"),
          Map.entry("thirty", "30"),
          Map.entry("fifty", "50"),
          Map.entry("2eme", "2e"),
          Map.entry("2nde", "2e"),
          Map.entry("deuxieme", "2e"),
          Map.entry("3eme", "3e"),
          Map.entry("troisieme", "3e"),
          Map.entry("4eme", "4e"),
          Map.entry("quatrieme", "4e"),
          Map.entry("5eme", "5e"),
          Map.entry("cinquieme", "5e"),
          Map.entry("1er", "premier"),
          Map.entry("1re", "premiere"),
          Map.entry("1ere", "premiere"));

  CanonicalTitle {
    words = inFigures(words);
    subject = List.copyOf(subject);
    site = List.copyOf(site);
  }

  static CanonicalTitle of(String title) {
    var text = title.substring(0, Math.min(title.length(), LONGEST));
    return new TitleCut(TitleSpelling.of(text)).canonical();
  }

  private static List<SpelledWord> inFigures(List<SpelledWord> words) {
    var inFigures = new ArrayList<SpelledWord>(words.size());
    for (var word : words) inFigures.add(inFigures(word));
    return List.copyOf(inFigures);
  }

  private static SpelledWord inFigures(SpelledWord word) {
    var figure = FIGURES.get(word.folded());
    return figure == null ? word : new SpelledWord(figure, word.capital());
  }
}
