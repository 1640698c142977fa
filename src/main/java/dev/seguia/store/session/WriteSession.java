package dev.seguia.store.session;

import dev.seguia.store.database.Database;
import dev.seguia.store.database.StoreException;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryReader;
import dev.seguia.store.state.PollNotes;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.TagTable;
import java.util.function.Function;

/// Runs write transactions one after another, and caches what they need: the sources, the recent
/// tags, the latest changes. After a failed transaction, these are read again before the next one.
public final class WriteSession {
  private final Database database;
  private final TagTable tags = new TagTable();
  private final SourceTable sources = new SourceTable();
  private final PollNotes notes = new PollNotes();
  private final RevisionCounters revisions = new RevisionCounters();
  private final ChangeLog changeLog = new ChangeLog();

  // Only writing transactions touch the next three, and these run one by one.

  /// What is in memory may be ahead of the database.
  private boolean isAhead;

  private long losses;
  private long generation;

  public WriteSession(Database database) {
    this.database = database;
    database.read(transaction -> {
      restore(transaction);
      return true;
    });
  }

  /// Runs a change, and returns once it is durable.
  ///
  /// @throws StoreException if the store is not writable
  public <T> T write(Function<WriteTransaction, T> work) {
    return database.write(transaction -> run(transaction, work));
  }

  /// Runs a change that is durable once [#settle()] has returned.
  ///
  /// @throws StoreException if the store is not writable
  public <T> T commit(Function<WriteTransaction, T> work) {
    return database.commit(transaction -> run(transaction, work));
  }

  private <T> T run(Transaction transaction, Function<WriteTransaction, T> work) {
    if (isAhead || losses != database.losses()) restore(transaction);
    losses = database.losses();
    isAhead = true;
    notes.write(transaction);
    var writing =
        new WriteTransaction(transaction, sources, tags, changeLog, revisions, generation);
    var result = work.apply(writing);
    changeLog.record(transaction, writing.added(), writing.changed(), losses);
    transaction.afterCommit(() -> isAhead = false);
    return result;
  }

  private void restore(Transaction transaction) {
    tags.forget();
    sources.load(transaction);
    changeLog.load(transaction);
    generation++;
  }

  /// Waits until everything committed before is durable.
  ///
  /// @throws StoreException if it is lost
  public void settle() {
    database.settle();
  }

  /// Whether a change would be attempted now: not while the disk is full, for example.
  public boolean isWritable() {
    return database.isWritable();
  }

  /// Writes the deferred poll states.
  ///
  /// @throws StoreException if the store is not writable; they are kept until it is
  public void writeNotes() {
    if (!notes.isEmpty()) commit(_ -> true);
  }

  /// Reads entries within a transaction.
  public EntryReader reader(Transaction transaction) {
    return new EntryReader(transaction, sources, tags);
  }

  public SourceTable sources() {
    return sources;
  }

  public TagTable tags() {
    return tags;
  }

  /// The deferred poll states, which every transaction writes first.
  public PollNotes notes() {
    return notes;
  }

  public RevisionCounters revisions() {
    return revisions;
  }

  public ChangeLog changeLog() {
    return changeLog;
  }
}
