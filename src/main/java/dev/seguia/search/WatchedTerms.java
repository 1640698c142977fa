package dev.seguia.search;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/// The terms of one field that matter to some of the stored queries, and the queries that are to be
/// tried when one of them is seen.
final class WatchedTerms {
  private static final BitSet NONE = new BitSet();

  private final CharArrayMap<BitSet> terms = new CharArrayMap<>(64, false);
  private final CharArrayMap<BitSet> prefixes = new CharArrayMap<>(16, false);
  private final Set<Integer> prefixLengths = new TreeSet<>();

  /// Watches for a term for the sake of a query that is not tried because of it.
  void add(String term) {
    terms.putIfAbsent(term, NONE);
  }

  void addPrefix(String prefix) {
    prefixes.putIfAbsent(prefix, NONE);
    prefixLengths.add(prefix.length());
  }

  /// @param place of the query to try
  void anchor(String term, int place) {
    terms.merge(term, with(NONE, place), WatchedTerms::union);
  }

  void anchorPrefix(String prefix, int place) {
    prefixes.merge(prefix, with(NONE, place), WatchedTerms::union);
    prefixLengths.add(prefix.length());
  }

  private static BitSet with(BitSet places, int place) {
    var more = (BitSet) places.clone();
    more.set(place);
    return more;
  }

  private static BitSet union(BitSet one, BitSet other) {
    var both = (BitSet) one.clone();
    both.or(other);
    return both;
  }

  /// Adds to `tried` the queries to try because of a term.
  ///
  /// @return whether the term matters to any
  boolean see(char[] term, int length, BitSet tried) {
    var isWatched = see(terms.get(term, 0, length), tried);
    for (var prefixLength : prefixLengths)
      if (prefixLength <= length) isWatched |= see(prefixes.get(term, 0, prefixLength), tried);
    return isWatched;
  }

  private static boolean see(@Nullable BitSet places, BitSet tried) {
    if (places == null) return false;
    tried.or(places);
    return true;
  }

  /// Hands over all terms of a query, and the beginnings of those that its patterns mean.
  static void collect(Query query, Consumer<Term> terms, Consumer<Term> prefixes) {
    query.visit(
        new QueryVisitor() {
          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this; // what must not be there matters too
          }

          @Override
          public void consumeTerms(Query of, Term... found) {
            if (of instanceof WildcardQuery pattern) prefixes.accept(Anchor.prefix(pattern));
            else List.of(found).forEach(terms);
          }

          @Override
          public void consumeTermsMatching(
              Query of, String field, Supplier<ByteRunAutomaton> automaton) {
            prefixes.accept(Anchor.prefix((WildcardQuery) of));
          }
        });
  }
}
