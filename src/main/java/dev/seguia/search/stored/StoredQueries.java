package dev.seguia.search.stored;

import dev.seguia.query.Query;
import dev.seguia.search.Analysis;
import dev.seguia.search.EntryDocument;
import dev.seguia.search.QueryCompiler;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.WordField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;

/// Matches an entry against many stored queries (percolator): the same ones that would find it in
/// the index of all entries.
///
/// Each query has its anchor, and is tried only on entries that have a term of it. Many threads may
/// ask at once.
public final class StoredQueries implements AutoCloseable {
  private final Analysis analysis = new Analysis();
  private final EntryDocument documents = new EntryDocument(analysis);
  private final List<Stored> stored = new ArrayList<>();
  private final BitSet alwaysTried = new BitSet();

  /// By field.
  private final Map<String, WatchedTerms> watched = new HashMap<>();

  private int numbers;

  private record Stored(int number, Condition condition) {}

  /// @param queries by the numbers that [#match(SearchEntry)] gives
  public StoredQueries(Map<Integer, Query> queries) {
    var compiler = new QueryCompiler(analysis);
    queries.forEach((number, query) -> add(number, compiler.compile(query)));
  }

  private void add(int number, org.apache.lucene.search.Query query) {
    var place = stored.size();
    stored.add(new Stored(number, Condition.of(query, numbered())));
    Anchor.of(query).ifPresentOrElse(anchor -> anchor(anchor, place), () -> alwaysTried.set(place));
  }

  private Condition.Numbers numbered() {
    return new Condition.Numbers() {
      @Override
      public int of(Term term) {
        return watched(term.field()).number(term.text());
      }

      @Override
      public int of(WildcardQuery pattern) {
        return watched(pattern.getField()).number(pattern);
      }
    };
  }

  private void anchor(Anchor anchor, int place) {
    for (var term : anchor.terms()) watched(term.field()).anchor(term.text(), place);
    for (var prefix : anchor.prefixes()) watched(prefix.field()).anchorPrefix(prefix.text(), place);
  }

  private WatchedTerms watched(String field) {
    return watched.computeIfAbsent(field, _ -> new WatchedTerms(() -> numbers++));
  }

  /// The numbers of the queries that match an entry.
  public SortedSet<Integer> match(SearchEntry entry) {
    var fitting = new TreeSet<Integer>();
    if (stored.isEmpty()) return fitting;
    var seen = seen(entry);
    seen.tried().stream()
        .mapToObj(stored::get)
        .filter(one -> one.condition().fits(seen))
        .forEach(one -> fitting.add(one.number()));
    return fitting;
  }

  private SeenTerms seen(SearchEntry entry) {
    var seen = new SeenTerms(alwaysTried);
    for (var field : documents.asked(entry)) {
      var terms = watched.get(field.name());
      if (terms == null) continue; // no query asks for it
      if (field instanceof WordField text) seen.read(text, terms);
      else {
        var key = field.stringValue().toCharArray();
        terms.see(key, key.length, seen);
      }
    }
    return seen;
  }

  @Override
  public void close() {
    analysis.close();
  }
}
