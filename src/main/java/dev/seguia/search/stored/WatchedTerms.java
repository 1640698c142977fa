package dev.seguia.search.stored;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/// The terms and patterns of one field that occur in stored queries, with the queries to try when
/// one of them is seen.
final class WatchedTerms {
  /// No term that is watched for.
  static final int NONE = -1;

  private final IntSupplier numbers;
  private final CharArrayMap<Watched> terms = new CharArrayMap<>(64, false);
  private final CharArrayMap<Begun> prefixes = new CharArrayMap<>(16, false);
  private final Set<Integer> prefixLengths = new TreeSet<>();

  /// @param numbers gives a number for each term or pattern, of whatever field
  WatchedTerms(IntSupplier numbers) {
    this.numbers = numbers;
  }

  /// @param places of the queries to try
  private record Watched(int number, BitSet places) {}

  /// The patterns with the same prefix.
  private record Begun(Watched any, List<Pattern> patterns) {}

  private record Pattern(int number, CharacterRunAutomaton letters) {}

  /// Watches for a term.
  ///
  /// @return its number
  int number(String term) {
    return watched(term).number();
  }

  /// Watches for the terms that a pattern means.
  ///
  /// @return the number that an entry with one of them has
  int number(WildcardQuery pattern) {
    var letters =
        Operations.determinize(pattern.getAutomaton(), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    var number = numbers.getAsInt();
    begun(Anchor.prefix(pattern).text())
        .patterns()
        .add(new Pattern(number, new CharacterRunAutomaton(letters)));
    return number;
  }

  /// @param place of the query to try
  void anchor(String term, int place) {
    watched(term).places().set(place);
  }

  void anchorPrefix(String prefix, int place) {
    begun(prefix).any().places().set(place);
  }

  private Watched watched(String term) {
    return terms.computeIfAbsent(term, _ -> watched());
  }

  private Begun begun(String prefix) {
    prefixLengths.add(prefix.length());
    return prefixes.computeIfAbsent(prefix, _ -> new Begun(watched(), new ArrayList<>()));
  }

  private Watched watched() {
    return new Watched(numbers.getAsInt(), new BitSet());
  }

  /// Adds a term of an entry, and the patterns that match it.
  ///
  /// @return its number; [#NONE] if it is not watched for by itself
  int see(char[] term, int length, SeenTerms seen) {
    for (var prefixLength : prefixLengths)
      if (prefixLength <= length) begin(prefixes.get(term, 0, prefixLength), term, length, seen);
    var watched = terms.get(term, 0, length);
    if (watched == null) return NONE;
    seen.add(watched.number(), watched.places());
    return watched.number();
  }

  private static void begin(@Nullable Begun begun, char[] term, int length, SeenTerms seen) {
    if (begun == null) return;
    seen.add(begun.any().number(), begun.any().places());
    for (var pattern : begun.patterns())
      if (!seen.has(pattern.number()) && pattern.letters().run(term, 0, length))
        seen.add(pattern.number());
  }
}
