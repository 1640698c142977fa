package dev.seguia.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// The maximum decay factors of an index segment, by blocks of a few thousand entries, which let
/// the scorer skip blocks (block-max).
final class ScoreBlocks {
  private final List<Stretch> stretches;
  private int current;

  private record Stretch(int last, float factor) {}

  private ScoreBlocks(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /// @param published the bounds of the dates; where there are none, no score is known to sink
  static ScoreBlocks of(@Nullable DocValuesSkipper published, RecencyQuery recency)
      throws IOException {
    var stretches = new ArrayList<Stretch>();
    if (published != null)
      for (published.advance(0);
          published.minDocID(0) != DocIdSetIterator.NO_MORE_DOCS;
          published.advance(published.maxDocID(0) + 1))
        stretches.add(
            new Stretch(
                published.maxDocID(0), recency.most(published.minValue(0), published.maxValue(0))));
    if (stretches.isEmpty()) stretches.add(new Stretch(DocIdSetIterator.NO_MORE_DOCS, 1));
    for (var at = stretches.size() - 2; at >= 0; at--) {
      var one = stretches.get(at);
      var behind = stretches.get(at + 1).factor();
      stretches.set(at, new Stretch(one.last(), Math.max(one.factor(), behind)));
    }
    return new ScoreBlocks(stretches);
  }

  /// Advances to the block of an entry.
  ///
  /// @return whether it is another one
  boolean isNewAt(int document) {
    var before = current;
    while (document > stretches.get(current).last() && current < stretches.size() - 1) current++;
    return current != before;
  }

  /// The most that any entry from here on keeps of its score.
  float factor() {
    return stretches.get(current).factor();
  }
}
