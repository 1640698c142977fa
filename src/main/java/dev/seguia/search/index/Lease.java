package dev.seguia.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

/// A reference-counted reader of the index at one moment (a snapshot).
///
/// @param searcher for this reading alone, since each has a time limit of its own
/// @param shared what is given back in the end
record Lease(OpenIndex from, IndexSearcher searcher, IndexSearcher shared)
    implements AutoCloseable {
  /// Limit: time of a search; it then returns what it has found.
  ///
  /// A search is given up after that, with what it has found.
  static final Duration LONGEST = Duration.ofSeconds(1);

  /// The one that was open a moment ago may be closed by now, if it was replaced.
  ///
  /// @param nanos a monotonic clock
  /// @throws AlreadyClosedException if the index is closed for good
  static Lease of(Supplier<OpenIndex> current, LongSupplier nanos) throws IOException {
    while (true) {
      var from = current.get();
      try {
        var shared = from.searchers().acquire();
        return new Lease(from, alone(shared, nanos), shared);
      } catch (AlreadyClosedException e) {
        if (from.equals(current.get())) throw e;
      }
    }
  }

  private static IndexSearcher alone(IndexSearcher shared, LongSupplier nanos) {
    var end = nanos.getAsLong() + LONGEST.toNanos();
    var searcher = new IndexSearcher(shared.getIndexReader());
    searcher.setSimilarity(OpenIndex.SIMILARITY);
    searcher.setQueryCache(null);
    searcher.setTimeout(() -> nanos.getAsLong() - end > 0);
    return searcher;
  }

  boolean isDamaged() {
    return IndexCorruption.isIn(searcher.getIndexReader());
  }

  @Override
  public void close() throws IOException {
    from.searchers().release(shared);
  }
}
