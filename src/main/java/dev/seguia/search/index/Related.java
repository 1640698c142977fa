package dev.seguia.search.index;

import dev.seguia.search.EntryDocument;
import dev.seguia.search.Fields;
import dev.seguia.search.Language;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.TitleFeatures;
import dev.seguia.search.index.SharedTerms.Own;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// Finds related entries ("more like this"): those whose titles share rare words and that are close
/// in time, before or after.
///
/// The score is BM25 over [TitleFeatures] and tags, halved with every half-life that lies between
/// the two.
public final class Related {
  /// The number of half-lives after which even the best score is too small to be shown.
  private static final int REACH = 7;

  /// The rarest ones say it all; each costs time.
  private static final int MOST_TERMS = 15;

  /// A term of more than this share of all entries tells nothing, and takes the longest to read.
  private static final double MOST_COMMON = 0.05;

  /// Of few entries, any term may be common.
  private static final int FEW = 1000;

  private static final double TAG_WEIGHT = 1.5;

  /// What scores less than this share of the best is another matter: at a quarter, too much of one
  /// story was lost (docs/quality.md).
  private static final double LEAST_SHARE = 0.20;

  private static final int MOST_OF_ONE_SOURCE = 2;

  /// The number of candidates for each wanted entry, since some are discarded.
  private static final int SPARE = 5;

  private final SearchIndex index;

  public Related(SearchIndex index) {
    this.index = index;
  }

  /// The maximum distance in time between related entries.
  public enum Span {
    /// Of the same event.
    EVENT(Duration.ofDays(1)),
    /// What one may want to read besides.
    BACKGROUND(Duration.ofDays(30));

    private final Duration halfLife;

    Span(Duration halfLife) {
      this.halfLife = halfLife;
    }
  }

  /// The candidate entries with their scores.
  ///
  /// @param score what it shares with the entry, halved by time
  /// @param origin the id of the source that had it first
  /// @param isRelated what it shares is enough for it to be shown
  public record Found(long seq, double score, String origin, boolean isRelated) {}

  /// The numbers of the entries related to one: those of its event, best first, and if these are
  /// few, further reading.
  ///
  /// @param except numbers of entries that are not wanted
  /// @param limit how many at most
  /// @throws SearchException if the disk does not answer
  public List<Long> to(SearchEntry entry, Set<Long> except, int limit) {
    var chosen = new Chosen(except, limit);
    for (var span : Span.values())
      if (!chosen.isFull()) chosen.add(ranked(entry, span, except, limit * SPARE + except.size()));
    return chosen.seqs();
  }

  /// The numbers of the entries of one time span, best first.
  ///
  /// @param limit how many at most
  /// @throws SearchException if the disk does not answer
  public List<Long> to(SearchEntry entry, Span span, int limit) {
    var chosen = new Chosen(Set.of(), limit);
    chosen.add(ranked(entry, span, Set.of(), limit * SPARE));
    return chosen.seqs();
  }

  /// The selection to show: not what shares too little or scores far less than the best of its
  /// kind, and at most two of one source.
  private static final class Chosen {
    private final Set<Long> except;
    private final int limit;
    private final Set<Long> seqs = new LinkedHashSet<>();
    private final Map<String, Integer> ofSource = new HashMap<>();

    Chosen(Set<Long> except, int limit) {
      this.except = except;
      this.limit = limit;
    }

    /// @param ranked best first
    void add(List<Found> ranked) {
      for (var found : ranked) {
        if (isFull() || found.score() < ranked.getFirst().score() * LEAST_SHARE) return;
        if (found.isRelated() && !except.contains(found.seq()) && !seqs.contains(found.seq()))
          add(found);
      }
    }

    private void add(Found found) {
      if (ofSource.merge(found.origin(), 1, Integer::sum) <= MOST_OF_ONE_SOURCE)
        seqs.add(found.seq());
    }

    boolean isFull() {
      return seqs.size() >= limit;
    }

    List<Long> seqs() {
      return List.copyOf(seqs);
    }
  }

  /// All entries that share a term with one, best first.
  ///
  /// @param limit how many at most
  /// @throws SearchException if the disk does not answer
  public List<Found> ranked(SearchEntry entry, Span span, int limit) {
    return ranked(entry, span, Set.of(), limit);
  }

  private List<Found> ranked(SearchEntry entry, Span span, Set<Long> except, int limit) {
    return index.read(searcher -> find(searcher, entry, span, except, limit), List.of());
  }

  private static List<Found> find(
      IndexSearcher searcher, SearchEntry entry, Span span, Set<Long> except, int limit)
      throws IOException {
    var terms = rarest(searcher.getIndexReader(), entry);
    var candidates = candidates(entry, span, terms);
    var query = new RecencyQuery(candidates, entry.published(), span.halfLife, 1);
    var best = searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit));
    var found = new ArrayList<Found>();
    var enough = new SharedTerms(searcher, terms).enough(best.scoreDocs);
    for (var at = 0; at < best.scoreDocs.length; at++) {
      var one = best.scoreDocs[at];
      var seq = SearchRun.seq(searcher, one);
      // It takes as long as all the rest, and of what is not wanted nobody asks.
      var origin = except.contains(seq) ? "" : origin(searcher, one);
      found.add(new Found(seq, one.score, origin, enough[at]));
    }
    return found;
  }

  private static List<Own> rarest(IndexReader reader, SearchEntry entry) throws IOException {
    var most = Math.max(FEW, reader.numDocs() * MOST_COMMON);
    var own = new ArrayList<Own>();
    for (var weighted : weights(entry).entrySet()) {
      var found = reader.docFreq(weighted.getKey());
      var rarity = Math.log(1 + (reader.numDocs() - found + 0.5) / (found + 0.5));
      if (found > 0 && found <= most)
        own.add(
            new Own(weighted.getKey(), weighted.getValue(), weighted.getValue() * rarity, found));
    }
    return own.stream()
        .sorted(Comparator.comparingDouble(Own::worth).reversed())
        .limit(MOST_TERMS)
        .toList();
  }

  private static Map<Term, Double> weights(SearchEntry entry) {
    var weights = new LinkedHashMap<Term, Double>();
    TitleFeatures.of(entry.title(), entry.language())
        .forEach((feature, weight) -> weights.put(new Term(Fields.FEATURE, feature), weight));
    for (var tag : entry.tags()) weights.put(new Term(Fields.TAG, tag.name()), TAG_WEIGHT);
    return weights;
  }

  /// Candidates: entries close in time and in the same language that share one of the terms.
  private static Query candidates(SearchEntry entry, Span span, List<Own> terms) {
    var shared = new BooleanQuery.Builder();
    for (var one : terms)
      shared.add(new BoostQuery(new TermQuery(one.term()), (float) one.weight()), Occur.SHOULD);
    var reach = span.halfLife.multipliedBy(REACH).toSeconds();
    var time = entry.published().getEpochSecond();
    var query =
        new BooleanQuery.Builder()
            .add(shared.build(), Occur.MUST)
            .add(
                NumericDocValuesField.newSlowRangeQuery(
                    Fields.PUBLISHED, time - reach, time + reach),
                Occur.FILTER)
            .add(new TermQuery(EntryDocument.name(entry.seq())), Occur.MUST_NOT);
    Language.primary(entry.language())
        .map(primary -> new TermQuery(new Term(Fields.LANGUAGE, primary)))
        .ifPresent(sameLanguage -> query.add(sameLanguage, Occur.FILTER));
    return query.build();
  }

  private static String origin(IndexSearcher searcher, ScoreDoc found) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    var origins = DocValues.getSorted(leaf.reader(), Fields.ORIGIN);
    return origins.advanceExact(found.doc - leaf.docBase)
        ? origins.lookupOrd(origins.ordValue()).utf8ToString()
        : "";
  }
}
