package dev.seguia.search.index;

import static dev.seguia.search.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.LongStream;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaseTest {
  /// As a query that takes very long.
  private static final class Slow extends SimpleCollector {
    private int collected;

    @Override
    public void collect(int document) {
      collected++;
      var end = System.nanoTime() + Lease.LONGEST.toNanos() / 100;
      while (System.nanoTime() < end) Thread.onSpinWait();
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private static CollectorManager<Slow, Slow> collecting(Slow slow) {
    return new CollectorManager<>() {
      @Override
      public Slow newCollector() {
        return slow;
      }

      @Override
      public Slow reduce(Collection<Slow> collectors) {
        return slow;
      }
    };
  }

  @Test
  void givesUpASearchThatTakesTooLong(@TempDir Path folder) {
    try (var index = SearchIndex.open(folder)) {
      index.update(LongStream.range(0, 2000).mapToObj(seq -> article(seq, "fr", "", "")).toList());
      index.refresh();
      var slow = new Slow();
      var hasTimedOut =
          index.read(
              searcher -> {
                searcher.search(MatchAllDocsQuery.INSTANCE, collecting(slow));
                return searcher.timedOut();
              },
              false);
      assertThat(hasTimedOut).isTrue();
      assertThat(slow.collected).isPositive().isLessThan(2000);
    }
  }
}
