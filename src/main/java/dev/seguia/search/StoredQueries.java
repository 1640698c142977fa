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
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;

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

  /// By field.
  private final Map<String, WatchedTerms> watched = new HashMap<>();

  private record Stored(int number, org.apache.lucene.search.Query query) {}

  /// @param queries by the numbers that [#match(SearchEntry)] gives
  public StoredQueries(Map<Integer, Query> queries) {
    var compiler = new QueryCompiler(analysis);
    queries.forEach((number, query) -> add(new Stored(number, compiler.compile(query))));
  }

  private void add(Stored one) {
    var place = stored.size();
    stored.add(one);
    WatchedTerms.collect(
        one.query(),
        term -> watched(term.field()).add(term.text()),
        prefix -> watched(prefix.field()).addPrefix(prefix.text()));
    Anchor.of(one.query())
        .ifPresentOrElse(anchor -> anchor(anchor, place), () -> alwaysTried.set(place));
  }

  private void anchor(Anchor anchor, int place) {
    for (var term : anchor.terms()) watched(term.field()).anchor(term.text(), place);
    for (var prefix : anchor.prefixes()) watched(prefix.field()).anchorPrefix(prefix.text(), place);
  }

  private WatchedTerms watched(String field) {
    return watched.computeIfAbsent(field, _ -> new WatchedTerms());
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
      var terms = watched.get(field.name());
      if (terms == null) continue; // no query asks for it
      if (field instanceof WordField text)
        words.put(
            field.name(), RecordedTerms.of(text, (term, length) -> terms.see(term, length, tried)));
      else {
        var key = field.stringValue().toCharArray();
        terms.see(key, key.length, tried);
      }
    }
    return tried;
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
