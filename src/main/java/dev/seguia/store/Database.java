package dev.seguia.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/// The open store: hands out transactions.
///
/// Writing transactions run one after another, so that the order of arrival has no gap and what one
/// poll decides holds until it is committed. Reading ones run beside them. What a write has
/// returned from is in the file: no end of the process, however sudden, takes it back.
public final class Database implements AutoCloseable {
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(10);
  private static final String COUNT_WRITE = "update installation set writes = ?";

  private final Location location;
  private final InstantSource clock;
  private final Optional<StoreFile> file;
  private final StoreHealth health;
  private final HikariDataSource connections;
  private final ReentrantLock writing = new ReentrantLock(true);
  private Installation installation = new Installation(0, 0);
  private Instant nextMark = Instant.MAX; // not before it is known what is in the store

  /// The one row that the store has about itself.
  private record Installation(long created, long writes) {}

  private Database(
      Location location,
      InstantSource clock,
      Optional<StoreFile> file,
      HikariDataSource connections) {
    this.location = location;
    this.clock = clock;
    this.file = file;
    this.health = new StoreHealth(file, clock);
    this.connections = connections;
  }

  /// Opens the store and brings its tables up to date.
  ///
  /// @throws StoreException if it is in use by another process, damaged, or newer than this program
  public static Database open(Location location, InstantSource clock) {
    var file = location.file().map(StoreFile::new);
    try {
      var database = new Database(location, clock, file, new HikariDataSource(location.pool()));
      database.prepare();
      return database;
    } catch (RuntimeException e) {
      throw StoreFault.explained(location, e);
    }
  }

  private void prepare() {
    try {
      Flyway.configure()
          .dataSource(connections)
          .locations("classpath:dev/seguia/store")
          .load()
          .migrate();
      if (look(Database::installation).isEmpty()) install();
      installation = look(Database::installation).orElseThrow();
      file.ifPresent(this::compare);
      nextMark = Instant.MIN;
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  private static Optional<Installation> installation(Transaction transaction) {
    return transaction.first(
        "select created, writes from installation",
        row -> new Installation(row.number(1), row.number(2)));
  }

  private void install() {
    write(transaction ->
        transaction.update("insert into installation (created) values (?)", clock.millis()));
  }

  private void compare(StoreFile opened) {
    opened.expect(installation.created(), installation.writes());
    if (!opened.isUntouched())
      look(transaction -> {
        new StoreCheck(transaction).run();
        return true;
      });
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /// Whether a write would be tried now. It is not while the disk is full, for some seconds after a
  /// write has failed, and never again once the store was found damaged.
  public boolean isWritable() {
    return health.trouble().isEmpty();
  }

  /// Runs work that changes something, alone, and commits it; rolls back whatever it throws.
  ///
  /// @throws StoreException if the store is not [writable][#isWritable()]
  public <T> T write(Function<Transaction, T> work) {
    writing.lock();
    try {
      health.trouble().ifPresent(Database::refuse);
      var result = attempt(work, this::keep);
      health.well();
      return result;
    } catch (StoreException e) {
      note(e);
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private static void refuse(String trouble) {
    throw new StoreException(trouble);
  }

  /// Runs work that only reads, on one view of the store. It may be run twice.
  public <T> T read(Function<Transaction, T> work) {
    try {
      return look(work);
    } catch (StoreException e) {
      if (StoreFault.of(e) != StoreFault.CLOSED) {
        note(e);
        throw e;
      }
      connections.getHikariPoolMXBean().softEvictConnections();
      return look(work);
    }
  }

  private <T> T look(Function<Transaction, T> work) {
    return attempt(work, (_, connection) -> connection.commit());
  }

  private void note(StoreException e) {
    switch (StoreFault.of(e)) {
      case DAMAGED -> health.damaged(e);
      case CLOSED, LOCKED -> {
        // What H2 has in memory may be more than what is in the file: all begin anew from the file.
        connections.getHikariPoolMXBean().softEvictConnections();
        health.failed(e);
      }
      case NONE -> {}
    }
  }

  /// How a transaction is brought to its end.
  @FunctionalInterface
  private interface Ending {
    void end(Transaction transaction, Connection connection) throws SQLException;
  }

  private <T> T attempt(Function<Transaction, T> work, Ending ending) {
    try (var connection = connections.getConnection()) {
      try (var transaction = new Transaction(connection)) {
        var result = work.apply(transaction);
        ending.end(transaction, connection);
        transaction.committed();
        return result;
      } catch (Throwable e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("the store does not answer: " + firstLine(e), e);
    }
  }

  private static void rollBack(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e); // a store that has closed itself has rolled back by that
    }
  }

  private void keep(Transaction transaction, Connection connection) throws SQLException {
    var writes = installation.writes() + 1;
    if (file.isPresent()) transaction.update(COUNT_WRITE, writes);
    connection.commit();
    if (location.isWrittenLater()) execute(connection, "checkpoint");
    installation = new Installation(installation.created(), writes);
    if (file.isPresent() && !clock.instant().isBefore(nextMark)) mark(connection, file.get());
  }

  private void mark(Connection connection, StoreFile marked) throws SQLException {
    execute(
        connection,
        "checkpoint sync"); // the note must not outlive a power cut that the store did not
    marked.mark(installation.created(), installation.writes());
    nextMark = clock.instant().plus(BETWEEN_MARKS);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    connections.close();
    if (isWritable())
      file.ifPresent(closed -> closed.markStopped(installation.created(), installation.writes()));
  }
}
