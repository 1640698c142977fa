package dev.seguia.search;

import dev.seguia.query.Query;
import dev.seguia.search.WatchedTerms.Seen;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;

/// Tells which of many queries an entry fits: the same ones that would find it in the
/// [SearchIndex].
///
/// Each query has its anchor, and is tried only on entries that have a term of it; and then most
/// are decided by their [Condition]. Many threads may ask at once.
public final class StoredQueries implements AutoCloseable {
  /// Of a name no words are made.
  private static final Analyzer NO_ANALYSIS = new KeywordAnalyzer();

  private final Analysis analysis = new Analysis();
  private final EntryDocument documents = new EntryDocument(analysis);
  private final List<Stored> stored = new ArrayList<>();
  private final BitSet alwaysTried = new BitSet();

  /// By field.
  private final Map<String, WatchedTerms> watched = new HashMap<>();

  private int numbers;

  private record Stored(int number, Condition condition, org.apache.lucene.search.Query query) {}

  /// @param queries by the numbers that [#match(SearchEntry)] gives
  public StoredQueries(Map<Integer, Query> queries) {
    var compiler = new QueryCompiler(analysis);
    queries.forEach((number, query) -> add(number, compiler.compile(query)));
  }

  private void add(int number, org.apache.lucene.search.Query query) {
    var place = stored.size();
    stored.add(new Stored(number, Condition.of(query, numbered()), query));
    Anchor.of(query).ifPresentOrElse(anchor -> anchor(anchor, place), () -> alwaysTried.set(place));
  }

  private Condition.Numbers numbered() {
    return new Condition.Numbers() {
      @Override
      public int of(Term term) {
        return watched(term.field()).number(term.text());
      }

      @Override
      public int ofPrefix(Term prefix) {
        return watched(prefix.field()).numberOfPrefix(prefix.text());
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

  /// The numbers of the queries that an entry fits.
  public SortedSet<Integer> match(SearchEntry entry) {
    var fitting = new TreeSet<Integer>();
    if (stored.isEmpty()) return fitting;
    var document = documents.asked(entry);
    var words = new HashMap<String, RecordedTerms>();
    var seen = seen(document, words);
    var asked = new ArrayList<Stored>();
    seen.tried().stream()
        .mapToObj(stored::get)
        .forEach(one -> {
          switch (one.condition().of(seen.terms())) {
            case YES -> fitting.add(one.number());
            case MAYBE -> asked.add(one);
            case NO -> {}
          }
        });
    if (!asked.isEmpty()) ask(asked, inMemory(document, words), fitting);
    return fitting;
  }

  /// The watched terms of an entry; keeps the words that were read on the way.
  private Seen seen(Document document, Map<String, RecordedTerms> words) {
    var seen = new Seen(new BitSet(numbers), (BitSet) alwaysTried.clone());
    for (var field : document) {
      var terms = watched.get(field.name());
      if (terms == null) continue; // no query asks for it
      if (field instanceof WordField text)
        words.put(
            field.name(), RecordedTerms.of(text, (term, length) -> terms.see(term, length, seen)));
      else {
        var key = field.stringValue().toCharArray();
        terms.see(key, key.length, seen);
      }
    }
    return seen;
  }

  private static void ask(List<Stored> asked, MemoryIndex entry, SortedSet<Integer> fitting) {
    var searcher = entry.createSearcher();
    searcher.setQueryCache(null);
    for (var one : asked) if (fits(searcher, one)) fitting.add(one.number());
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
