package dev.seguia.search;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

/// The state of an index at one moment, held for as long as someone reads it.
///
/// @param searcher for this reading alone, since each has a time limit of its own
/// @param shared what is given back in the end
record Lease(OpenIndex from, IndexSearcher searcher, IndexSearcher shared)
    implements AutoCloseable {
  /// The one that was open a moment ago may be closed by now, if it was replaced.
  ///
  /// @throws AlreadyClosedException if the index is closed for good
  static Lease of(Supplier<OpenIndex> current) throws IOException {
    while (true) {
      var from = current.get();
      try {
        var shared = from.searchers().acquire();
        return new Lease(from, alone(shared), shared);
      } catch (AlreadyClosedException e) {
        if (from.equals(current.get())) throw e;
      }
    }
  }

  private static IndexSearcher alone(IndexSearcher shared) {
    var searcher = new IndexSearcher(shared.getIndexReader());
    searcher.setSimilarity(OpenIndex.SIMILARITY);
    searcher.setQueryCache(null);
    return searcher;
  }

  boolean isDamaged() {
    return Damage.isIn(searcher.getIndexReader());
  }

  @Override
  public void close() throws IOException {
    from.searchers().release(shared);
  }
}
