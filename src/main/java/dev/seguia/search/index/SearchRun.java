package dev.seguia.search.index;

import dev.seguia.search.Fields;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/// The execution of one search, for one page.
final class SearchRun {
  /// The maximum exact count; beyond it, the result is only "more than".
  static final int COUNTED = 1000;

  /// Of two that fit as well, one of today comes before one of years ago.
  private static final double RECENT_SHARE = 0.4;

  private static final Duration HALF_LIFE = Duration.ofDays(30);

  private static final Sort BEST_FIRST =
      new Sort(
          Stream.concat(
                  Stream.of(SortField.FIELD_SCORE), Stream.of(OpenIndex.NEWEST_FIRST.getSort()))
              .toArray(SortField[]::new));

  private final IndexSearcher searcher;
  private final SearchRequest request;

  SearchRun(IndexSearcher searcher, SearchRequest request) {
    this.searcher = searcher;
    this.request = request;
  }

  SearchResult run(Query query) throws IOException {
    return result(
        isRanked() ? best(query) : searcher.search(query, sorted(OpenIndex.NEWEST_FIRST)));
  }

  private TopFieldDocs best(Query query) throws IOException {
    var below = request.after().map(SearchPlace::score).orElse(Float.POSITIVE_INFINITY);
    return searcher.search(
        new RecencyQuery(query, now(), HALF_LIFE, RECENT_SHARE),
        TopScores.of(sorted(BEST_FIRST), wanted(), COUNTED, below));
  }

  private TopFieldCollectorManager sorted(Sort sort) {
    return new TopFieldCollectorManager(sort, wanted(), place().orElse(null), COUNTED);
  }

  /// One more than requested, to see whether there is another page.
  private int wanted() {
    return request.limit() + 1;
  }

  private boolean isRanked() {
    return request.order() == SearchRequest.Order.BEST_FIRST;
  }

  /// Pages of one result are reckoned by one time.
  private Instant now() {
    return request.after().map(after -> Instant.ofEpochSecond(after.now())).orElse(request.now());
  }

  /// Uses our own entry numbers in the sort order, so that paging continues even if the index has
  /// changed.
  private Optional<FieldDoc> place() {
    return request
        .after()
        .map(after ->
            isRanked()
                ? new FieldDoc(
                    Integer.MAX_VALUE,
                    after.score(),
                    new Object[] {after.score(), after.arrived(), after.seq()})
                : new FieldDoc(
                    Integer.MAX_VALUE, Float.NaN, new Object[] {after.arrived(), after.seq()}));
  }

  private SearchResult result(TopFieldDocs found) throws IOException {
    var page =
        List.of(found.scoreDocs).subList(0, Math.min(request.limit(), found.scoreDocs.length));
    var seqs = new ArrayList<Long>(page.size());
    for (var one : page) seqs.add(seq(searcher, one));
    var isExact = found.totalHits.relation() == TotalHits.Relation.EQUAL_TO && !searcher.timedOut();
    var hasMore = found.scoreDocs.length > page.size();
    var next =
        hasMore ? Optional.of(placeOf((FieldDoc) page.getLast())) : Optional.<SearchPlace>empty();
    return new SearchResult(seqs, found.totalHits.value(), isExact, next);
  }

  private SearchPlace placeOf(FieldDoc last) {
    var fields = Objects.requireNonNull(last.fields);
    var first = isRanked() ? 1 : 0;
    var score = isRanked() ? (Float) fields[0] : 0f;
    return new SearchPlace(
        score, (Long) fields[first], (Long) fields[first + 1], now().getEpochSecond());
  }

  /// The number of an entry that was found.
  static long seq(IndexSearcher searcher, ScoreDoc found) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
    var seqs = DocValues.getNumeric(leaf.reader(), Fields.SEQ);
    if (!seqs.advanceExact(found.doc - leaf.docBase))
      throw new IllegalStateException("an entry without a number");
    return seqs.longValue();
  }
}
