package dev.seguia.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open database, which runs transactions.
///
/// Writing transactions run one after another, so that the order of arrival has no gap and what one
/// poll decides is still true when it is committed. Reading transactions run at the same time. What
/// [#write] has returned from, or [#read] has shown, is in the file: a kill of the process cannot
/// take it back.
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(10);

  /// Without many writes, until the file is made as short as it can be.
  private static final Duration QUIET = Duration.ofSeconds(30);

  /// Of transactions: notes of polls are written all the time.
  private static final int MOST_IN_QUIET = 100;

  private static final String SET_COUNT = "update installation set writes = ?";
  private static final String COUNT = "select writes from installation";

  private final DatabaseLocation location;
  private final InstantSource clock;
  private final Optional<StoreFile> file;
  private final StoreHealth health;
  private final HikariDataSource connections;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final GroupCommit groupCommit = new GroupCommit();
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private long created;
  private volatile boolean committing;
  private Optional<Instant> quietSince = Optional.empty();
  private long heldInQuiet;
  private Instant nextMark = Instant.MAX; // none before the start-up check

  private Database(
      DatabaseLocation location,
      InstantSource clock,
      Optional<StoreFile> file,
      HikariDataSource connections) {
    this.location = location;
    this.clock = clock;
    this.file = file;
    this.health = new StoreHealth(file, clock);
    this.connections = connections;
  }

  /// Opens the store and runs pending migrations.
  ///
  /// @throws NoRoomException if there is too little room on its disk to open it
  /// @throws StoreException if it is in use by another process, damaged, or newer than this program
  public static Database open(DatabaseLocation location, InstantSource clock) {
    var file = location.file().map(StoreFile::new);
    try {
      file.ifPresent(StoreFile::createMissing);
      var database = new Database(location, clock, file, new HikariDataSource(location.pool()));
      database.prepare();
      return database;
    } catch (RuntimeException e) {
      throw OpenFailure.explained(location, hasRoom(file), e);
    }
  }

  private static boolean hasRoom(Optional<StoreFile> file) {
    return file.map(StoreFile::hasRoom).orElse(true);
  }

  private void prepare() {
    try {
      migrate();
      created = attempt(this::installed);
      groupCommit.begin(attempt(Database::count));
      file.ifPresent(this::compare);
      nextMark = Instant.MIN;
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  /// The tables are written at once: the next start would make half-written ones again.
  private void migrate() {
    try (var connection = connection()) {
      if (!new Migrations(connection).run() || !location.isWrittenLater()) return;
      H2.writeFile(connection);
    } catch (SQLException e) {
      throw new StoreException("the store cannot be written: " + firstLine(e), e);
    }
  }

  private long installed(Transaction transaction) {
    var found = transaction.number("select created from installation");
    if (found.isPresent()) return found.getAsLong();
    var now = clock.millis();
    transaction.update("insert into installation (created) values (?)", now);
    return now;
  }

  private static long count(Transaction transaction) {
    return transaction.number(COUNT).orElseThrow();
  }

  private void compare(StoreFile opened) {
    opened.expect(created, groupCommit.held());
    if (!opened.isUntouched())
      attempt(transaction -> {
        new StoreCheck(transaction).run();
        return true;
      });
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /// Whether a write would be attempted now: not while the disk is full, for some seconds after a
  /// failed write, and never again once the store was found to be damaged.
  public boolean isWritable() {
    return health.trouble().isEmpty();
  }

  /// Runs a change exclusively and commits it; rolls it back if it throws. When this returns, the
  /// change is durable (on disk).
  ///
  /// @throws StoreException if the store is not [writable][#isWritable()]
  public <T> T write(Function<Transaction, T> work) {
    var result = commit(work);
    settle(true);
    return result;
  }

  /// Like [#write], but without waiting for the disk: the change is durable once [#settle()] has
  /// returned, which writes many transactions at once (group commit).
  public <T> T commit(Function<Transaction, T> work) {
    health.trouble().ifPresent(Database::refuse);
    writing.lock();
    try {
      return attempt(transaction -> {
        var result = work.apply(transaction);
        if (location.isWrittenLater()) transaction.update(SET_COUNT, groupCommit.next());
        transaction.afterCommit(groupCommit::commit);
        committing = true;
        return result;
      });
    } catch (StoreException e) {
      note(e);
      throw e;
    } finally {
      committing = false;
      writing.unlock();
    }
  }

  private static void refuse(String trouble) {
    throw new StoreException(trouble);
  }

  /// Waits until everything committed before is on disk.
  ///
  /// @throws StoreException if it is lost
  public void settle() {
    settle(false);
  }

  private void settle(boolean soon) {
    unsettled(soon)
        .ifPresent(e -> {
          throw e;
        });
    health.well();
  }

  /// Why some committed transactions are not on disk, after all attempts.
  private Optional<StoreException> unsettled(boolean soon) {
    if (!location.isWrittenLater()) return Optional.empty();
    try {
      return groupCommit.settle(committed(), soon, this::writeFile)
          ? Optional.empty()
          : Optional.of(
              new StoreException("the last transactions were lost and have to be repeated"));
    } catch (SQLException e) {
      return Optional.of(unwritten(e));
    }
  }

  private void writeFile() throws SQLException {
    var count = groupCommit.held();
    try (var connection = connection()) {
      var marks = file.isPresent() && !clock.instant().isBefore(nextMark);
      H2.writeFile(connection);
      if (!marks) return;
      // The mark must not survive a power cut that the store did not.
      H2.syncFile(connection);
      mark(file.get(), count);
    }
  }

  /// Compacts the file if much of it is unused.
  ///
  /// @throws StoreException if the store cannot be written
  public void compactFile() {
    if (!isCompactable()) return;
    try (var connection = connection()) {
      if (isQuiet()) compactQuietFile(connection);
      else H2.compactFile(connection);
    } catch (SQLException e) {
      throw unwritten(e);
    }
  }

  /// Whether hardly anything was written for a while. For the one who compacts only.
  private boolean isQuiet() {
    var held = groupCommit.held();
    if (quietSince.isEmpty() || held > heldInQuiet + MOST_IN_QUIET) {
      quietSince = Optional.of(clock.instant());
      heldInQuiet = held;
    }
    return quietSince.get().plus(QUIET).isBefore(clock.instant());
  }

  /// Writers wait for as long as that takes, at most two seconds.
  void compactQuietFile(Connection connection) throws SQLException {
    writing.lock();
    try {
      H2.syncFile(connection);
      H2.compactQuietFile(connection);
    } finally {
      writing.unlock();
    }
  }

  /// Moving needs room itself, and a write that fails closes the store.
  private boolean isCompactable() {
    return location.isWrittenLater() && isWritable() && hasRoom(file);
  }

  private StoreException unwritten(SQLException e) {
    var failed = new StoreException("the store cannot be written: " + firstLine(e), e);
    note(failed);
    return failed;
  }

  private void mark(StoreFile marked, long count) {
    marked.mark(created, count);
    nextMark = clock.instant().plus(BETWEEN_MARKS);
  }

  /// How many transactions were lost before they were durable. When the number changes, everything
  /// cached from the store is invalid.
  public long losses() {
    return groupCommit.losses();
  }

  /// Runs read-only work on one snapshot of the store, of durable transactions only. The work may
  /// be run twice.
  public <T> T read(Function<Transaction, T> work) {
    var result = peek(work);
    return unsettled(true).isEmpty() ? result : peek(work);
  }

  /// A transaction that is being committed right now may be visible already, but is not counted
  /// yet.
  private long committed() {
    if (!committing) return groupCommit.committed();
    writing.lock();
    try {
      return groupCommit.committed();
    } finally {
      writing.unlock();
    }
  }

  /// Like [#read], but the snapshot may include transactions that are not durable yet: for the
  /// look-ups of a poll.
  public <T> T peek(Function<Transaction, T> work) {
    try {
      return attempt(work);
    } catch (StoreException e) {
      note(e);
      if (H2.fault(e) != StoreFault.CLOSED) throw e;
      return attempt(work);
    }
  }

  private void note(StoreException e) {
    switch (H2.fault(e)) {
      case DAMAGED -> health.damaged(e);
      case CLOSED, LOCKED -> {
        // H2 may hold more in memory than is in the file: all connections start again from the
        // file.
        connections.getHikariPoolMXBean().softEvictConnections();
        health.failed(e);
      }
      case NONE -> {}
    }
  }

  private <T> T attempt(Function<Transaction, T> work) {
    try (var connection = connection()) {
      try (var transaction = new Transaction(connection, clock)) {
        var result = work.apply(transaction);
        connection.commit();
        transaction.committed();
        return result;
      } catch (Throwable e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("the store is not responding: " + firstLine(e), e);
    }
  }

  /// A new connection may lead to a store that was reopened in the meantime.
  private Connection connection() throws SQLException {
    var given = groupCommit.held();
    var connection = connections.getConnection();
    if (location.isWrittenLater() && used.add(connection.unwrap(Connection.class)))
      compare(connection, given);
    return connection;
  }

  private void compare(Connection connection, long given) throws SQLException {
    try (var transaction = new Transaction(connection, clock)) {
      if (given > 0) groupCommit.compare(given, count(transaction));
    } catch (SQLException | StoreException e) {
      used.remove(connection.unwrap(Connection.class));
      connection.close();
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e); // a store that has closed itself has rolled back by that
    }
  }

  /// Where it fails, nothing is lost: the file stays as long as it is.
  private void compactFileForClosing() {
    if (!isCompactable()) return;
    try (var connection = connection()) {
      compactQuietFile(connection);
    } catch (SQLException e) {
      LOG.atWarn().addKeyValue("reason", firstLine(e)).log("compacting the database file failed");
    }
  }

  @Override
  public void close() {
    compactFileForClosing();
    connections.close();
    if (isWritable()) file.ifPresent(closed -> closed.markStopped(created, groupCommit.held()));
  }
}
