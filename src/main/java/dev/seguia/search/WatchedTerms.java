package dev.seguia.search;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.apache.lucene.analysis.CharArrayMap;
import org.jspecify.annotations.Nullable;

/// The terms of one field that matter to some of the stored queries, and the queries that are to be
/// tried when one of them is seen.
final class WatchedTerms {
  private final IntSupplier numbers;
  private final CharArrayMap<Watched> terms = new CharArrayMap<>(64, false);
  private final CharArrayMap<Watched> prefixes = new CharArrayMap<>(16, false);
  private final Set<Integer> prefixLengths = new TreeSet<>();

  /// @param numbers gives a number for each term or prefix, of whatever field
  WatchedTerms(IntSupplier numbers) {
    this.numbers = numbers;
  }

  /// @param places of the queries to try
  private record Watched(int number, BitSet places) {}

  /// What an entry has.
  ///
  /// @param terms the numbers of watched terms and prefixes
  /// @param tried the places of the queries to try because of them
  record Seen(BitSet terms, BitSet tried) {}

  /// Watches for a term, for the sake of a query that is not tried because of it.
  ///
  /// @return its number
  int number(String term) {
    return watched(terms, term).number();
  }

  /// As [#number(String)], for all terms that begin so.
  int numberOfPrefix(String prefix) {
    prefixLengths.add(prefix.length());
    return watched(prefixes, prefix).number();
  }

  /// @param place of the query to try
  void anchor(String term, int place) {
    watched(terms, term).places().set(place);
  }

  void anchorPrefix(String prefix, int place) {
    prefixLengths.add(prefix.length());
    watched(prefixes, prefix).places().set(place);
  }

  private Watched watched(CharArrayMap<Watched> map, String term) {
    return map.computeIfAbsent(term, _ -> new Watched(numbers.getAsInt(), new BitSet()));
  }

  /// Adds a term to what an entry has.
  ///
  /// @return whether it matters to any query
  boolean see(char[] term, int length, Seen seen) {
    var isWatched = see(terms.get(term, 0, length), seen);
    for (var prefixLength : prefixLengths)
      if (prefixLength <= length) isWatched |= see(prefixes.get(term, 0, prefixLength), seen);
    return isWatched;
  }

  private static boolean see(@Nullable Watched watched, Seen seen) {
    if (watched == null) return false;
    if (!seen.terms().get(watched.number())) {
      seen.terms().set(watched.number());
      seen.tried().or(watched.places());
    }
    return true;
  }
}
