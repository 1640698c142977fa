package dev.seguia.normalise;

import dev.seguia.feed.LanguageTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Detects the language of a text.
final class LanguageDetector {
  private static final Set<String> NONE = Set.of("und", "mul", "zxx", "mis");
  private static final int FEWEST_WORDS = 12;
  private static final int MOST_WORDS = 200;
  private static final double FEWEST_KNOWN = 0.15;
  private static final double LEAD = 1.5;

  /// Those that are told by their small words.
  private static final Set<String> LANGUAGES = new HashSet<>();

  /// The small words that give a language away.
  private static final Map<String, List<String>> BY_WORD = new HashMap<>();

  static {
    known(
        "fr",
        "le la les de des du un une et est en dans que qui pour sur au aux avec par ce cette"
            + " son sa ses ne pas plus il elle nous vous ont été sont");
    known(
        "en",
        "the of and to in is that for on with as was at by this from are be has have it its"
            + " an will not their but which or after");
    known(
        "es",
        "el la los las de del un una y es en que por para con su sus se al lo como más pero"
            + " este esta ha son fue no");
    known(
        "de",
        "der die das und ist in den von zu mit sich auf für nicht ein eine des dem im auch"
            + " als wird bei nach wie aus hat");
    known(
        "it",
        "il lo la gli le di del della dei che e è un una in per con non si da al alla sono"
            + " come più anche ha nel");
    known(
        "pt",
        "o a os as de do da dos das um uma e é em no na que por para com não se ao mais como"
            + " mas foi são seu sua");
    known(
        "nl",
        "de het een van en in is dat op te zijn met voor niet aan er om ook als bij naar uit"
            + " wordt door maar heeft");
  }

  private LanguageDetector() {}

  /// A BCP 47 tag in lower case, of what a document calls its language.
  static Optional<String> tag(String text) {
    var tag = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    var dot = tag.indexOf('.');
    if (dot > 0) tag = tag.substring(0, dot); // fr_FR.UTF-8
    return Optional.of(tag).filter(name -> LanguageTag.isOne(name) && !NONE.contains(name));
  }

  /// The language of a text by its script and its small words; empty for short and mixed texts.
  static Optional<String> guess(String title, String content) {
    var script = Script.of(title, content);
    if (script.isEmpty()) return Optional.empty();
    var text = title + " " + content;
    return script.get() == Script.LATIN ? byWords(text) : Optional.of(script.get().language(text));
  }

  /// Whether a text may be in a language, as far as its script and its small words tell.
  static boolean fits(String language, String title, String content) {
    var script = Script.of(title, content);
    if (script.isEmpty()) return true;
    if (!script.get().writes(language)) return false;
    var primary = language.split("-", 2)[0];
    if (script.get() != Script.LATIN || !LANGUAGES.contains(primary)) return true;
    return byWords(title + " " + content).filter(found -> !found.equals(primary)).isEmpty();
  }

  private static Optional<String> byWords(String text) {
    var words = words(text.toLowerCase(Locale.ROOT));
    if (words.size() < FEWEST_WORDS) return Optional.empty();
    var counts = new HashMap<String, Integer>();
    for (var word : words)
      for (var language : BY_WORD.getOrDefault(word, List.of()))
        counts.merge(language, 1, Integer::sum);
    var ranked =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .toList();
    if (ranked.isEmpty() || ranked.getFirst().getValue() < FEWEST_KNOWN * words.size())
      return Optional.empty();
    var second = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
    return ranked.getFirst().getValue() >= LEAD * second
        ? Optional.of(ranked.getFirst().getKey())
        : Optional.empty();
  }

  /// Splits a text at non-letters; after the limit, the rest is one part.
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var start = 0;
    for (var at = 0; at < text.length() && words.size() < MOST_WORDS; ) {
      var next = endOfLetters(text, at, true);
      words.add(text.substring(start, next));
      start = endOfLetters(text, next, false);
      at = start;
      if (next == text.length()) return words;
    }
    words.add(text.substring(start));
    return words;
  }

  private static int endOfLetters(String text, int start, boolean areLetters) {
    var at = start;
    while (at < text.length() && Character.isLetter(text.codePointAt(at)) == areLetters)
      at += Character.charCount(text.codePointAt(at));
    return at;
  }

  private static void known(String language, String words) {
    LANGUAGES.add(language);
    for (var word : words.split(" ", -1))
      BY_WORD.computeIfAbsent(word, first -> new ArrayList<>()).add(language);
  }
}
