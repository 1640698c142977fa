package dev.seguia.search.index;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterDocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.jspecify.annotations.Nullable;

/// The scorer of [RecencyQuery], which decays scores by age (half-life).
///
/// The further it gets, the less of a score is left; so it asks the inner scorer for more and more,
/// and ends where no entry can have that much.
final class DecayScorer extends Scorer {
  /// Bounds are not to fail by the rounding of a product.
  private static final float SLACK = 0.99999f;

  private final Scorer inner;
  private final RecencyQuery recency;
  private final NumericDocValues published;
  private final ScoreBlocks stretches;
  private final DocIdSetIterator iterator;
  private final @Nullable TwoPhaseIterator twoPhase;
  private float least;

  DecayScorer(
      Scorer inner, RecencyQuery recency, NumericDocValues published, ScoreBlocks stretches) {
    this.inner = inner;
    this.recency = recency;
    this.published = published;
    this.stretches = stretches;
    var checked = inner.twoPhaseIterator();
    twoPhase = checked == null ? null : new Checked(checked, new Ending(checked.approximation()));
    iterator =
        twoPhase == null
            ? new Ending(inner.iterator())
            : TwoPhaseIterator.asDocIdSetIterator(twoPhase);
  }

  @Override
  public int docID() {
    return iterator.docID();
  }

  @Override
  public float score() throws IOException {
    return published.advanceExact(docID())
        ? inner.score() * recency.factor(published.longValue())
        : 0;
  }

  @Override
  public float getMaxScore(int upTo) throws IOException {
    return inner.getMaxScore(upTo);
  }

  @Override
  public int advanceShallow(int target) throws IOException {
    return inner.advanceShallow(target);
  }

  @Override
  public void setMinCompetitiveScore(float least) throws IOException {
    if (least <= this.least) return;
    this.least = least;
    inner.setMinCompetitiveScore(leastInside());
  }

  /// The minimum competitive score of the inner query from here on.
  private float leastInside() {
    return least / stretches.factor() * SLACK;
  }

  @Override
  public DocIdSetIterator iterator() {
    return iterator;
  }

  @Override
  public @Nullable TwoPhaseIterator twoPhaseIterator() {
    return twoPhase;
  }

  /// Stops early (skips documents) when no further one can be among the best.
  private final class Ending extends FilterDocIdSetIterator {
    private boolean isAtEnd;

    Ending(DocIdSetIterator in) {
      super(in);
    }

    @Override
    public int docID() {
      return isAtEnd ? NO_MORE_DOCS : super.docID();
    }

    @Override
    public int nextDoc() throws IOException {
      return checked(super.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
      return checked(super.advance(target));
    }

    private int checked(int document) throws IOException {
      if (document == NO_MORE_DOCS || !stretches.isNewAt(document) || least <= 0) return document;
      if (inner.getMaxScore(NO_MORE_DOCS) < leastInside()) {
        isAtEnd = true;
        return NO_MORE_DOCS;
      }
      inner.setMinCompetitiveScore(leastInside());
      return document;
    }
  }

  private static final class Checked extends TwoPhaseIterator {
    private final TwoPhaseIterator in;

    Checked(TwoPhaseIterator in, DocIdSetIterator approximation) {
      super(approximation);
      this.in = in;
    }

    @Override
    public boolean matches() throws IOException {
      return in.matches();
    }

    @Override
    public float matchCost() {
      return in.matchCost();
    }
  }
}
