package dev.seguia.store.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Group commit: tracks which transactions are on disk, and makes all others durable with a single
/// flush.
///
/// H2 commits to memory and writes to the file half a second later; a write after each transaction
/// would cost more than the transaction. So whoever needs to be sure waits here, and one write
/// serves all who wait.
final class GroupCommit {
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);

  private final ReentrantLock turn = new ReentrantLock(true);

  /// Transactions are numbered as they are committed; the count in the store itself may fall back.
  private long committed;

  private long settled;
  private long held;
  private long lostFrom;
  private long lostTo;
  private volatile long lastWrite = System.nanoTime() - BETWEEN_WRITES.toNanos();

  /// Flushes the file.
  @FunctionalInterface
  interface Writing {
    void write() throws SQLException;
  }

  /// Begins with a store that was just opened.
  ///
  /// @param count how many transactions it counts
  synchronized void begin(long count) {
    held = count;
  }

  /// How many the store will count with one more.
  synchronized long next() {
    return held + 1;
  }

  synchronized void commit() {
    held++;
    committed++;
  }

  /// How many of all that were committed are lost: it changes only when some more are.
  synchronized long losses() {
    return lostTo;
  }

  /// Compares the store's transaction count with the expected one. It is lower if H2 has closed
  /// itself, and was reopened from its file.
  ///
  /// @param given as [#held()] told before the store was asked
  synchronized void compare(long given, long count) {
    if (count >= given) return;
    lose();
    held = count;
  }

  private synchronized void lose() {
    lostFrom = settled;
    lostTo = committed;
    committed++;
    settled = committed;
  }

  /// The number of committed transactions, to pass to [#settle(long, boolean, Writing)].
  synchronized long committed() {
    return committed;
  }

  /// How many the store counts, all of them in its file.
  synchronized long held() {
    return held;
  }

  private synchronized boolean isSettled(long number) {
    return settled >= number;
  }

  private synchronized void settled(long number) {
    settled = Math.max(settled, number);
  }

  private synchronized boolean isLost(long number) {
    return lostFrom < number && number <= lostTo;
  }

  /// Waits until a transaction is in the file.
  ///
  /// @param soon whether to go without the pause that gathers more
  /// @return false if it is lost
  boolean settle(long number, boolean soon, Writing writing) throws SQLException {
    if (isSettled(number)) return !isLost(number);
    turn.lock();
    try {
      if (!isSettled(number)) {
        if (!soon) pause();
        write(writing);
      }
      return !isLost(number);
    } finally {
      turn.unlock();
    }
  }

  private void write(Writing writing) throws SQLException {
    var before = committed();
    try {
      writing.write();
      settled(before);
    } catch (SQLException e) {
      lose(); // H2 closes itself where a write fails, and takes with it what was not in the file
      throw e;
    } finally {
      lastWrite = System.nanoTime();
    }
  }

  /// An interrupt does not end the pause: H2 closes its file when a thread is interrupted while it
  /// writes, and that would lose what was committed.
  private void pause() {
    var end = lastWrite + BETWEEN_WRITES.toNanos();
    var interrupted = false;
    for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
