package dev.seguia.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreCachingWrappingScorer;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/// Collects the best hits, and gives the scorer the minimum competitive score as soon as enough
/// hits are counted.
///
/// Lucene's collector tells it only when it comes upon a better one after that, and where the
/// newest come first there is often none.
final class TopScores extends FilterCollector {
  private final int wanted;
  private final int counted;
  private final float below;
  private final PriorityQueue<Float> best = new PriorityQueue<>();
  private int count;

  private TopScores(TopFieldCollector in, int wanted, int counted, float below) {
    super(in);
    this.wanted = wanted;
    this.counted = counted;
    this.below = below;
  }

  /// @param in sorts by the score first
  /// @param wanted how many it keeps
  /// @param counted how many are counted before any is left out
  /// @param below the score where the page before ended
  static CollectorManager<TopScores, TopFieldDocs> of(
      TopFieldCollectorManager in, int wanted, int counted, float below) {
    return new CollectorManager<>() {
      @Override
      public TopScores newCollector() {
        return new TopScores(in.newCollector(), wanted, counted, below);
      }

      @Override
      public TopFieldDocs reduce(Collection<TopScores> collectors) throws IOException {
        return in.reduce(collectors.stream().map(one -> (TopFieldCollector) one.in).toList());
      }
    };
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return ScoreCachingWrappingScorer.wrap(new Telling(in.getLeafCollector(leaf)));
  }

  private void count(float score) {
    count++;
    if (score >= below) return; // it may be one of the page before
    if (best.size() == wanted && score <= best.element()) return;
    best.add(score);
    if (best.size() > wanted) best.remove();
  }

  private boolean isEnough() {
    return count > counted && best.size() == wanted;
  }

  private final class Telling extends FilterLeafCollector {
    private @Nullable Scorable scorer;
    private float told;

    Telling(LeafCollector in) {
      super(in);
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      super.setScorer(scorer);
      this.scorer = scorer;
      told = 0;
      tell(scorer);
    }

    @Override
    public void collect(int document) throws IOException {
      super.collect(document);
      var from = Objects.requireNonNull(scorer);
      count(from.score());
      tell(from);
    }

    private void tell(Scorable scorer) throws IOException {
      if (!isEnough() || best.element() <= told) return;
      told = best.element();
      scorer.setMinCompetitiveScore(told);
    }
  }
}
