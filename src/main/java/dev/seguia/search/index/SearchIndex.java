package dev.seguia.search.index;

import dev.seguia.query.Query;
import dev.seguia.search.Analysis;
import dev.seguia.search.EntryDocument;
import dev.seguia.search.Language;
import dev.seguia.search.QueryCompiler;
import dev.seguia.search.SearchEntry;
import dev.seguia.store.entry.ChangePosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;

/// The full-text index (Lucene): finds entries by their words, tags and sources.
///
/// One writes, many read at the same time. What is written is seen after [#refresh()] and lasts
/// after [#commit(long)]. After a fault the readers go on with what they had; the next one who
/// writes begins again at [#reached()].
public final class SearchIndex implements AutoCloseable {
  private final Analysis analysis = new Analysis();
  private final EntryDocument documents = new EntryDocument(analysis);
  private final QueryCompiler compiler = new QueryCompiler(analysis);
  private final IndexFolder folder;

  /// Written by the one who writes, read by many.
  private volatile ChangePosition reached = ChangePosition.START;

  /// The highest number of an entry that was taken in: one that is higher needs not replace any.
  private long highest;

  private final AtomicLong revision = new AtomicLong(1);
  private final LongSupplier nanos;
  private final RefreshPolicy refreshing;
  private volatile OpenIndex open;

  private SearchIndex(IndexFolder folder, LongSupplier nanos) {
    this.folder = folder;
    this.nanos = nanos;
    refreshing = new RefreshPolicy(nanos);
    open = folder.index();
    goOnFrom(open);
  }

  /// Opens the index in a directory; creates an empty one if there is none, or if it is damaged or
  /// of another version.
  ///
  /// @throws SearchException if another process uses it, or the directory cannot be written
  public static SearchIndex open(Path directory) {
    return open(directory, disk -> disk);
  }

  static SearchIndex open(Path directory, UnaryOperator<Directory> disk) {
    return open(directory, disk, System::nanoTime);
  }

  /// @param disk what lies between the index and its files
  /// @param nanos a monotonic clock
  static SearchIndex open(Path directory, UnaryOperator<Directory> disk, LongSupplier nanos) {
    return open(IndexFolder.open(directory, disk), nanos);
  }

  /// An empty index in memory.
  public static SearchIndex inMemory() {
    return open(IndexFolder.inMemory(), System::nanoTime);
  }

  private static SearchIndex open(IndexFolder folder, LongSupplier nanos) {
    try {
      return new SearchIndex(folder, nanos);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private void goOnFrom(OpenIndex index) {
    reached = new ChangePosition(index.reached(), index.change());
    highest = index.reached();
  }

  /// The arrival number up to which it durably contains the entries.
  public long reached() {
    return reached.seq();
  }

  /// The change position up to which it durably contains the entries.
  public ChangePosition position() {
    return reached;
  }

  /// Adds entries, replacing their previous versions.
  ///
  /// @throws SearchException if the disk is full or fails: what came since the last commit is lost
  public void update(List<SearchEntry> entries) {
    write(index -> {
      for (var entry : entries) {
        var document = documents.whole(entry);
        if (entry.seq() > highest) index.writer().addDocument(document);
        else index.writer().updateDocument(EntryDocument.name(entry.seq()), document);
        highest = Math.max(highest, entry.seq());
      }
    });
    refreshing.written();
  }

  /// Deletes entries.
  ///
  /// @throws SearchException as in [#update(List)]
  public void remove(List<Long> seqs) {
    write(index ->
        index
            .writer()
            .deleteDocuments(seqs.stream().map(EntryDocument::name).toArray(Term[]::new)));
    refreshing.written();
  }

  /// Makes all writes durable.
  ///
  /// @param place in the order of arrival, up to which all entries have been given
  /// @throws SearchException as in [#update(List)]
  public void commit(long place) {
    commit(new ChangePosition(place, position().change()), store());
  }

  /// Makes all writes durable.
  ///
  /// @param place up to which all entries and changes have been given
  /// @param store names the one that the entries are of
  public void commit(ChangePosition place, String store) {
    write(index -> index.commit(place, store));
    reached = place;
  }

  /// Deletes the whole content.
  ///
  /// @param reason for the log
  public synchronized void beginAnew(String reason) {
    open.stopWriting();
    replace(folder.anew(reason));
  }

  /// The identity of the store whose entries it contains; empty if it was never committed.
  public String store() {
    return open.store();
  }

  /// Makes all writes visible to readers.
  public synchronized void refresh() {
    if (open.writer().isOpen()) write(index -> index.searchers().maybeRefreshBlocking());
    refreshing.shown();
    revision.incrementAndGet();
  }

  /// As [#refresh()], if anything was written that readers do not see, and they are about: as long
  /// as nobody searches there is no need, and each refresh costs a part of the index that has to be
  /// merged with others later.
  void refreshForReaders() {
    if (isRefreshDue()) refresh();
  }

  boolean isRefreshDue() {
    return refreshing.isDue();
  }

  /// Refreshes an old reader, for the first search after a long time.
  private void refreshIfOld() {
    refreshing.read();
    if (!refreshing.isOld()) return;
    try {
      refresh();
    } catch (SearchException e) {
      // Readers keep their snapshot; the next write meets the error, and reports it.
    }
  }

  /// Grows with every change that readers can see.
  public long revision() {
    refreshIfOld();
    return revision.get();
  }

  private interface Writing {
    void on(OpenIndex index) throws IOException;
  }

  private synchronized void write(Writing writing) {
    if (!open.writer().isOpen()) replace(folder.index());
    try {
      writing.on(open);
    } catch (IOException | RuntimeException | InternalError e) {
      open.stopWriting();
      if (IndexCorruption.isMeant(e)) beginAnewIfDamaged(e);
      throw folder.failed(e);
    }
  }

  /// Damage that merging comes upon would be come upon at every try.
  private void beginAnewIfDamaged(Throwable cause) {
    var damaged = open;
    if (read(searcher -> IndexCorruption.isIn(searcher.getIndexReader()), true))
      beginAnew(damaged, cause);
  }

  private void replace(OpenIndex next) {
    var before = open;
    open = next;
    goOnFrom(next);
    revision.incrementAndGet();
    try {
      before.close();
    } catch (IOException | RuntimeException e) {
      throw folder.failed(e);
    }
  }

  /// The entries that match the query.
  ///
  /// @throws SearchException if the disk does not answer
  public SearchResult search(Query query, SearchRequest request) {
    var compiled = compiler.compile(query);
    return read(searcher -> new SearchRun(searcher, request).run(compiled), SearchResult.empty());
  }

  /// The parts of a text to highlight, in order, because they match the query.
  ///
  /// @param language of the text, a BCP 47 tag
  public List<Mark> highlight(Query query, String text, Optional<String> language) {
    return Marker.marks(analysis, query, text, Language.of(language));
  }

  /// The number of searchable entries.
  public int size() {
    return read(searcher -> searcher.getIndexReader().numDocs(), 0);
  }

  /// The bytes in memory that are not on disk yet.
  public long bufferedBytes() {
    return open.writer().ramBytesUsed();
  }

  /// An operation on a snapshot of the index.
  interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  /// Runs a read operation; an index that proves to be damaged is rebuilt, and reads as an empty
  /// one.
  <T> T read(Reading<T> reading, T ofNothing) {
    refreshIfOld();
    try (var lease = Lease.of(() -> open, nanos)) {
      return read(lease, reading, ofNothing);
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }

  private <T> T read(Lease lease, Reading<T> reading, T ofNothing) {
    try {
      return reading.of(lease.searcher());
    } catch (IOException | RuntimeException | InternalError e) {
      if (!IndexCorruption.isMeant(e) || !lease.isDamaged()) throw folder.failed(e);
      beginAnew(lease.from(), e);
      return ofNothing;
    }
  }

  private synchronized void beginAnew(OpenIndex damaged, Throwable cause) {
    if (!damaged.equals(open)) return; // someone else has
    damaged.stopWriting();
    replace(folder.anew(String.valueOf(cause.getMessage())));
  }

  @Override
  public synchronized void close() {
    try (folder;
        analysis) {
      open.close();
    } catch (IOException e) {
      throw folder.failed(e);
    }
  }
}
