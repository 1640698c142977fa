package dev.seguia.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The open store: hands out transactions.
///
/// Writing transactions run one after another, so that the order of arrival has no gap and what one
/// poll decides holds until it is committed. Reading ones run beside them.
public final class Database implements AutoCloseable {
  /// H2 holds the whole of it in memory; more than 255 open transactions are refused.
  private static final int CONNECTIONS = 8;

  private static final int CACHE_KILOBYTES = 16 * 1024;

  /// H2 keeps 8 by default and would read the SQL of every poll anew.
  private static final int CACHED_STATEMENTS = 64;

  private static final int LOCKED_BY_ANOTHER_PROCESS = 90020;

  private final HikariDataSource connections;
  private final ReentrantLock writing = new ReentrantLock(true);

  private Database(HikariDataSource connections) {
    this.connections = connections;
  }

  /// Where the store lies and how to get in.
  ///
  /// @param url a JDBC URL
  public record Location(String url, Optional<String> user, Optional<String> password) {

    /// The H2 file of a data directory.
    public static Location in(Path directory) {
      var file = directory.toAbsolutePath().normalize().resolve("seguia");
      return of(
          "jdbc:h2:file:%s;CACHE_SIZE=%d;QUERY_CACHE_SIZE=%d;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
              .formatted(file, CACHE_KILOBYTES, CACHED_STATEMENTS));
    }

    /// A store in memory that is gone when the database is closed.
    public static Location inMemory(String name) {
      return of("jdbc:h2:mem:" + name + ";LOCK_TIMEOUT=10000");
    }

    private static Location of(String url) {
      return new Location(url, Optional.empty(), Optional.empty());
    }
  }

  /// Opens the store and brings its tables up to date.
  ///
  /// @throws StoreException if it is in use by another process, damaged, or newer than this program
  public static Database open(Location location, InstantSource clock) {
    var settings = new HikariConfig();
    settings.setPoolName("store");
    settings.setJdbcUrl(location.url());
    settings.setUsername(location.user().orElse("sa"));
    settings.setPassword(location.password().orElse(""));
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(1);
    settings.setAutoCommit(false);
    try {
      var database = new Database(new HikariDataSource(settings));
      database.prepare(clock);
      return database;
    } catch (RuntimeException e) {
      throw new StoreException(explain(location, e), e);
    }
  }

  private void prepare(InstantSource clock) {
    try {
      Flyway.configure()
          .dataSource(connections)
          .locations("classpath:dev/seguia/store")
          .load()
          .migrate();
      write(transaction ->
          transaction.update(
              """
              insert into installation (created)
              select cast(? as bigint) where not exists (select 1 from installation)\
              """,
              clock.millis()));
    } catch (FlywayException | StoreException e) {
      connections.close();
      throw e;
    }
  }

  private static String explain(Location location, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException sql)
        return sql.getErrorCode() == LOCKED_BY_ANOTHER_PROCESS
            ? "the store is in use by another process: " + location.url()
            : "the store " + location.url() + " cannot be opened: " + firstLine(sql);
    return "the store " + location.url() + " cannot be opened: " + firstLine(e);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /// Runs work that changes something, alone, and commits it; rolls back whatever it throws.
  public <T> T write(Function<Transaction, T> work) {
    writing.lock();
    try {
      return run(work);
    } finally {
      writing.unlock();
    }
  }

  /// Runs work that only reads, on one view of the store.
  public <T> T read(Function<Transaction, T> work) {
    return run(work);
  }

  private <T> T run(Function<Transaction, T> work) {
    try (var connection = connections.getConnection()) {
      try (var transaction = new Transaction(connection)) {
        var result = work.apply(transaction);
        connection.commit();
        transaction.committed();
        return result;
      } catch (Throwable e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("the store does not answer: " + firstLine(e), e);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
