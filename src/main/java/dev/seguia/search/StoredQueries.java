package dev.seguia.search;

import dev.seguia.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Tells which of many queries an entry fits: the same ones that would find it in the
/// [SearchIndex].
///
/// Each query has its anchor, and is tried only on entries that have a term of it. Many threads may
/// ask at once.
public final class StoredQueries implements AutoCloseable {
  /// Of a name no words are made.
  private static final Analyzer NO_ANALYSIS = new KeywordAnalyzer();

  private final Analysis analysis = new Analysis();
  private final EntryDocument documents = new EntryDocument(analysis);
  private final List<Stored> stored = new ArrayList<>();
  private final BitSet alwaysTried = new BitSet();

  /// By field and term, the places in the list of the queries that have it in their anchor.
  private final Map<String, CharArrayMap<BitSet>> anchored = new HashMap<>();

  private record Stored(int number, org.apache.lucene.search.Query query) {}

  /// @param queries by the numbers that [#match(SearchEntry)] gives
  public StoredQueries(Map<Integer, Query> queries) {
    var compiler = new QueryCompiler(analysis);
    queries.forEach((number, query) -> add(new Stored(number, compiler.compile(query))));
  }

  private void add(Stored one) {
    var place = stored.size();
    stored.add(one);
    Anchor.of(one.query())
        .ifPresentOrElse(anchor -> anchor(anchor, place), () -> alwaysTried.set(place));
  }

  private void anchor(Anchor anchor, int place) {
    for (var term : anchor.terms()) {
      var terms = anchored.computeIfAbsent(term.field(), _ -> new CharArrayMap<>(64, false));
      var known = terms.get(term.text());
      var places = known == null ? new BitSet() : known;
      places.set(place);
      terms.put(term.text(), places);
    }
  }

  /// The numbers of the queries that an entry fits.
  public SortedSet<Integer> match(SearchEntry entry) {
    var fitting = new TreeSet<Integer>();
    if (stored.isEmpty()) return fitting;
    var document = documents.asked(entry);
    var words = new HashMap<String, RecordedTerms>();
    var tried = candidates(document, words);
    if (tried.isEmpty()) return fitting;
    var searcher = inMemory(document, words).createSearcher();
    searcher.setQueryCache(null);
    tried.stream()
        .mapToObj(stored::get)
        .filter(one -> fits(searcher, one))
        .forEach(one -> fitting.add(one.number()));
    return fitting;
  }

  /// The places of the queries to try; keeps the words that were read on the way.
  private BitSet candidates(Document document, Map<String, RecordedTerms> words) {
    var tried = (BitSet) alwaysTried.clone();
    for (var field : document) {
      var terms = anchored.getOrDefault(field.name(), CharArrayMap.emptyMap());
      if (field instanceof WordField text) {
        var recorded =
            RecordedTerms.of(text, (term, length) -> or(tried, terms.get(term, 0, length)));
        words.put(field.name(), recorded);
      } else or(tried, terms.get(field.stringValue()));
    }
    return tried;
  }

  private static void or(BitSet tried, @Nullable BitSet places) {
    if (places != null) tried.or(places);
  }

  private static MemoryIndex inMemory(Document document, Map<String, RecordedTerms> words) {
    var index = new MemoryIndex();
    for (IndexableField field : document) {
      var recorded = words.get(field.name());
      if (recorded != null) index.addField(field.name(), recorded.stream());
      else if (field instanceof StringField key) index.addField(key, NO_ANALYSIS);
    }
    return index;
  }

  private static boolean fits(IndexSearcher searcher, Stored one) {
    try {
      return searcher.count(one.query()) > 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException("an index in memory", impossible);
    }
  }

  @Override
  public void close() {
    analysis.close();
  }
}
