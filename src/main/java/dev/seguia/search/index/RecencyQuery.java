package dev.seguia.search.index;

import dev.seguia.search.Fields;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Wraps another query and decays its scores by age (half-life): the decaying share is halved after
/// each half-life.
///
/// Scores only sink, so that the bounds of the inner query hold and most entries need not be scored
/// at all. The index has the newest entries first: what an old one would need to be among the best
/// rises from one [stretch][ScoreBlocks] to the next.
final class RecencyQuery extends Query {
  private final Query inner;
  private final long origin;
  private final double halfLifeSeconds;
  private final double share;

  /// @param origin a score at that time is whole
  /// @param share of the score that time can take, from 0 to 1
  RecencyQuery(Query inner, Instant origin, Duration halfLife, double share) {
    this(inner, origin.getEpochSecond(), (double) halfLife.toSeconds(), share);
  }

  private RecencyQuery(Query inner, long origin, double halfLifeSeconds, double share) {
    this.inner = inner;
    this.origin = origin;
    this.halfLifeSeconds = halfLifeSeconds;
    this.share = share;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    var rewritten = inner.rewrite(searcher);
    return rewritten.equals(inner)
        ? this
        : new RecencyQuery(rewritten, origin, halfLifeSeconds, share);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    var weight = inner.createWeight(searcher, mode, boost);
    return mode.needsScores() ? new FadingWeight(this, weight) : weight;
  }

  /// The part of its score that an entry keeps.
  float factor(long published) {
    var age = Math.abs(published - origin);
    return (float) (1 - share + share * Math.pow(0.5, age / halfLifeSeconds));
  }

  /// The maximum decay factor of entries between two times.
  float most(long earliest, long latest) {
    return earliest <= origin && origin <= latest ? 1 : Math.max(factor(earliest), factor(latest));
  }

  private final class FadingWeight extends FilterWeight {
    FadingWeight(Query query, Weight weight) {
      super(query, weight);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      var supplier = super.scorerSupplier(leaf);
      return supplier == null ? null : new FadingSupplier(supplier, leaf);
    }

    @Override
    public int count(LeafReaderContext leaf) throws IOException {
      return in.count(leaf);
    }
  }

  private final class FadingSupplier extends ScorerSupplier {
    private final ScorerSupplier in;
    private final LeafReaderContext leaf;

    FadingSupplier(ScorerSupplier in, LeafReaderContext leaf) {
      this.in = in;
      this.leaf = leaf;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      var published = DocValues.getNumeric(leaf.reader(), Fields.PUBLISHED);
      var stretches =
          ScoreBlocks.of(leaf.reader().getDocValuesSkipper(Fields.PUBLISHED), RecencyQuery.this);
      return new DecayScorer(in.get(leadCost), RecencyQuery.this, published, stretches);
    }

    @Override
    public long cost() {
      return in.cost();
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      in.setTopLevelScoringClause();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    inner.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "recent(" + inner.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecencyQuery query
        && inner.equals(query.inner)
        && origin == query.origin
        && halfLifeSeconds == query.halfLifeSeconds
        && share == query.share;
  }

  @Override
  public int hashCode() {
    return Objects.hash(inner, origin, halfLifeSeconds, share);
  }
}
