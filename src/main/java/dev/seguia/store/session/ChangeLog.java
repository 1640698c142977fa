package dev.seguia.store.session;

import dev.seguia.memory.MemoryShare;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The change log: numbers arriving and changing entries, and keeps the latest transactions in
/// memory, so that consumers need not read from the store what a poll has just written. The memory
/// is bounded in bytes; a consumer that is further behind reads the store.
///
/// Reading again costs more than waiting: while a consumer is about to fall behind, further polls
/// wait a little before they are stored.
public final class ChangeLog {
  /// The minimum number of changes kept in the table; a consumer that is further behind starts from
  /// the beginning.
  public static final long KEPT_CHANGES = 100_000;

  private static final long BETWEEN_PRUNINGS = 10_000;

  private static final String NEWEST =
      """
      select greatest(i.last_seq, coalesce((select max(seq) from entry), 0)) as seq,
        i.last_change as change
      from installation i\
      """;

  private final long mostBytes;
  private final Deque<Delta> deltas = new ArrayDeque<>();

  /// Where those are that take in changes in this process.
  private final Map<String, ChangePosition> consumers = new HashMap<>();

  private ChangePosition newest = ChangePosition.START;
  private long lastSeq;
  private long bytes;

  ChangeLog() {
    this(MemoryShare.CHANGES.bytes());
  }

  /// @param mostBytes that are kept in memory
  ChangeLog(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// The entry changes of one transaction.
  ///
  /// @param before the place in the order before it
  /// @param after the place behind it
  /// @param added new entries, as they were then; empty for one that is to be read
  /// @param changed the numbers of known entries
  /// @param losses of the database, when it was committed
  /// @param bytes that it takes, by an estimate
  public record Delta(
      ChangePosition before,
      ChangePosition after,
      Map<Long, Optional<StoredEntry>> added,
      List<Long> changed,
      long losses,
      long bytes) {
    static Delta of(
        ChangePosition before,
        ChangePosition after,
        Map<Long, Optional<StoredEntry>> added,
        List<Long> changed,
        long losses) {
      var bytes =
          200
              + 16L * changed.size()
              + added.values().stream().mapToLong(one -> one.map(Delta::bytes).orElse(50L)).sum();
      return new Delta(before, after, added, changed, losses, bytes);
    }

    /// An estimate, a little above what it takes: most texts have one byte for a character.
    private static long bytes(StoredEntry stored) {
      var entry = stored.entry();
      return 1_200
          + entry.title().length()
          + entry.summary().length()
          + entry.content().length()
          + stored.id().length()
          + 200L * (entry.enclosures().size() + entry.authors().size() + entry.categories().size());
    }

    private long toRead() {
      return changed.size() + added.values().stream().filter(Optional::isEmpty).count();
    }
  }

  /// The position of the newest entry and change in the store, in one consistent read.
  public static ChangePosition newest(Transaction transaction) {
    return transaction
        .first(NEWEST, row -> new ChangePosition(row.number("seq"), row.number("change")))
        .orElse(ChangePosition.START);
  }

  /// Starts again from what is in the database.
  synchronized void load(Transaction transaction) {
    newest = newest(transaction);
    lastSeq = newest.seq();
    deltas.clear();
    bytes = 0;
  }

  /// The number of one more entry.
  synchronized long nextSeq() {
    return ++lastSeq;
  }

  /// Records the entry changes of a transaction; consumers see them after the commit.
  void record(
      Transaction transaction,
      Map<Long, Optional<StoredEntry>> added,
      Collection<Long> changedEntries,
      long losses) {
    var changed = List.copyOf(changedEntries);
    if (changed.isEmpty() && added.isEmpty()) return;
    var before = newest();
    var after =
        new ChangePosition(Math.max(before.seq(), last(added)), before.change() + changed.size());
    write(transaction, changed, before.change());
    transaction.afterCommit(() -> keep(Delta.of(before, after, added, changed, losses)));
  }

  private static long last(Map<Long, Optional<StoredEntry>> added) {
    return added.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private synchronized ChangePosition newest() {
    return newest;
  }

  private static void write(Transaction transaction, List<Long> changed, long before) {
    if (changed.isEmpty()) return;
    var rows = new ArrayList<Object[]>();
    for (var seq : changed) rows.add(new Object[] {before + rows.size() + 1, seq});
    transaction.updateAll("insert into entry_change (nr, seq) values (?, ?)", rows);
    var last = before + rows.size();
    transaction.update("update installation set last_change = ?", last);
    if (last / BETWEEN_PRUNINGS != before / BETWEEN_PRUNINGS)
      transaction.update("delete from entry_change where nr <= ?", last - KEPT_CHANGES);
  }

  synchronized void keep(Delta delta) {
    newest = delta.after();
    deltas.addLast(delta);
    bytes += delta.bytes();
    while (bytes > mostBytes && !deltas.isEmpty()) bytes -= deltas.removeFirst().bytes();
  }

  /// Records that a consumer has reached a position.
  public synchronized void consumed(String consumer, ChangePosition position) {
    consumers.put(consumer, position);
    notifyAll();
  }

  /// Records that a consumer has stopped, so that nobody waits for it.
  public synchronized void left(String consumer) {
    consumers.remove(consumer);
    notifyAll();
  }

  /// Waits briefly until consumers have read enough of the memory. Consumers that read from the
  /// store are not waited for: they need no memory.
  public synchronized void awaitRoom(Duration longest) throws InterruptedException {
    var end = System.nanoTime() + longest.toNanos();
    for (var left = longest.toMillis();
        left > 0 && isAlmostFull();
        left = (end - System.nanoTime()) / 1_000_000) wait(left);
  }

  /// Whether a consumer has still to take in three quarters of what may be kept.
  synchronized boolean isAlmostFull() {
    return consumers.values().stream().anyMatch(place -> pending(place) > mostBytes / 4 * 3);
  }

  /// What is kept for one who is at a place, in bytes; 0 if that does not begin there.
  private long pending(ChangePosition position) {
    var pending = 0L;
    for (var newestFirst = deltas.descendingIterator(); newestFirst.hasNext(); ) {
      var delta = newestFirst.next();
      if (delta.after().equals(position)) return pending;
      pending += delta.bytes();
      if (delta.before().equals(position)) return pending;
    }
    return 0;
  }

  /// The memory in use, in bytes, by an estimate.
  public synchronized long bytes() {
    return bytes;
  }

  /// The changes after a position, as far as they are in memory: as many as there are, since a
  /// consumer waits for the group commit before each batch.
  ///
  /// @param toRead how many entries may have to be read from the store; one transaction may go
  ///   beyond it
  /// @return empty if all has to be read from the store
  public synchronized Optional<List<Delta>> after(ChangePosition position, int toRead) {
    if (position.equals(newest)) return Optional.of(List.of());
    var found = new ArrayList<Delta>();
    var read = 0L;
    for (var delta : deltas) {
      if (found.isEmpty() && !delta.before().equals(position)) continue;
      found.add(delta);
      read += delta.toRead();
      if (read >= toRead) break;
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /// Whether a position is the newest in this process.
  public synchronized boolean isNewest(ChangePosition position) {
    return position.equals(newest);
  }
}
