package dev.seguia.dedup;

import dev.seguia.words.SpelledWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A title without what each outlet hangs on it, see [TitleLabels].
///
/// @param words of the title proper, numbers in figures
/// @param subject what stood before it, as in `JO-2020:`; empty where nothing did
/// @param site what stood behind it, as in ` - France 24`; empty where nothing did
/// @param live whether a label says that the article is rewritten as things happen
record CanonicalTitle(
    List<SpelledWord> words, List<String> subject, List<String> site, boolean live) {
  /// In characters that are read; more is no title.
  private static final int LONGEST = 1_000;

  private static final Pattern ACRONYM = Pattern.compile("(?<![\\p{L}\\p{N}_])(?:\\p{L}\\.){2,}");

  /// As in `35,000`, `35.000` and `35 000`.
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<![\\p{N}.,])\\d{1,3}(?:[.,\\h]\\d{3})+(?!\\d)");

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
          Map.entry("dix", "10"));

  CanonicalTitle {
    words = inFigures(words);
    subject = List.copyOf(subject);
    site = List.copyOf(site);
  }

  static CanonicalTitle of(String title) {
    var text = title.substring(0, Math.min(title.length(), LONGEST));
    if (text.indexOf('.') >= 0)
      text = ACRONYM.matcher(text).replaceAll(found -> found.group().replace(".", ""));
    if (hasDigit(text))
      text = THOUSANDS.matcher(text).replaceAll(found -> found.group().replaceAll("\\D", ""));
    return new TitleCut(text).canonical();
  }

  private static boolean hasDigit(String text) {
    for (var at = 0; at < text.length(); at++)
      if (text.charAt(at) >= '0' && text.charAt(at) <= '9') return true;
    return false;
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
