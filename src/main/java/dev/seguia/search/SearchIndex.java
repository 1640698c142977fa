package dev.seguia.search;

import dev.seguia.query.Query;
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

/// Finds the entries of the store by their words, tags and sources.
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
  private final RefreshPolicy refreshing;
  private volatile OpenIndex open;

  private SearchIndex(IndexFolder folder, LongSupplier nanos) {
    this.folder = folder;
    refreshing = new RefreshPolicy(nanos);
    open = folder.index();
    goOnFrom(open);
  }

  /// Opens the index in a directory; where there is none, or one that is damaged or was written by
  /// another version, it begins an empty one.
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

  /// An empty index in memory, which is gone when it is closed.
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

  /// Up to which place in the order of arrival it holds entries for ever.
  public long reached() {
    return reached.seq();
  }

  /// Up to which place in the orders of arrival and of changes it holds entries for ever.
  public ChangePosition position() {
    return reached;
  }

  /// Takes entries in, in the place of what it had of them.
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

  /// Forgets entries.
  ///
  /// @throws SearchException as in [#update(List)]
  public void remove(List<Long> seqs) {
    write(index ->
        index
            .writer()
            .deleteDocuments(seqs.stream().map(EntryDocument::name).toArray(Term[]::new)));
    refreshing.written();
  }

  /// Makes lasting what was written.
  ///
  /// @param place in the order of arrival, up to which all entries have been given
  /// @throws SearchException as in [#update(List)]
  public void commit(long place) {
    commit(new ChangePosition(place, position().change()), store());
  }

  /// Makes lasting what was written.
  ///
  /// @param place up to which all entries and changes have been given
  /// @param store names the one that the entries are of
  public void commit(ChangePosition place, String store) {
    write(index -> index.commit(place, store));
    reached = place;
  }

  /// Throws away all that is in it.
  ///
  /// @param reason for the log
  public synchronized void beginAnew(String reason) {
    open.stopWriting();
    replace(folder.anew(reason));
  }

  /// Of which store it holds the entries; empty for an index that was never committed.
  public String store() {
    return open.store();
  }

  /// Lets those who read see what was written.
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

  /// Who comes when nobody has searched for long may find what was written all the same.
  private void refreshIfOld() {
    refreshing.read();
    if (!refreshing.isOld()) return;
    try {
      refresh();
    } catch (SearchException e) {
      // Readers go on with what they had; whoever writes next comes upon the fault, and tells it.
    }
  }

  /// Grows with every change of what readers see.
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

  /// The entries that a query finds.
  ///
  /// @throws SearchException if the disk does not answer
  public SearchResult search(Query query, SearchRequest request) {
    var compiled = compiler.compile(query);
    return read(searcher -> new SearchRun(searcher, request).run(compiled), SearchResult.empty());
  }

  /// The parts of a text to mark, in its order, since a query asks for their words.
  ///
  /// @param language of the text, a BCP 47 tag
  public List<Mark> highlight(Query query, String text, Optional<String> language) {
    return Marker.marks(analysis, query, text, Language.of(language));
  }

  /// How many entries can be found.
  public int size() {
    return read(searcher -> searcher.getIndexReader().numDocs(), 0);
  }

  /// How much is in memory that is not on the disk yet, in bytes.
  public long bufferedBytes() {
    return open.writer().ramBytesUsed();
  }

  /// Something that is asked of the index as it stands.
  interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  /// Asks something; an index that proves damaged is begun anew, and answers as an empty one.
  <T> T read(Reading<T> reading, T ofNothing) {
    refreshIfOld();
    try (var lease = Lease.of(() -> open)) {
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
