package dev.seguia.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where the database is, and the credentials for it.
///
/// @param url a JDBC URL
public record DatabaseLocation(String url, Optional<String> user, Optional<String> password) {
  /// H2 refuses more than 255 open transactions.
  private static final int CONNECTIONS = 8;

  private static final String DEFAULT_USER = "sa";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /// The database in a file of a data directory.
  public static DatabaseLocation in(Path directory) {
    return of(H2.inFile(directory.toAbsolutePath().normalize().resolve("seguia")).url());
  }

  /// A database in memory that is gone when it is closed.
  public static DatabaseLocation inMemory(String name) {
    return of(H2.inMemory(name).url());
  }

  static DatabaseLocation of(String url) {
    return new DatabaseLocation(url, Optional.empty(), Optional.empty());
  }

  /// The file of an embedded database, without the ending that H2 gives it.
  Optional<Path> file() {
    return new H2(url).path();
  }

  /// Whether commits stay in memory for a while before they are written to disk.
  boolean isWrittenLater() {
    return new H2(url).isWrittenLater();
  }

  /// The name for people: without the settings after the URL, one of which may be a password.
  String place() {
    return file().map(path -> H2.file(path).toString()).orElse(url.replaceFirst("[;?].*", ""));
  }

  /// The settings of a pool of connections to it.
  HikariConfig pool() {
    var settings = new HikariConfig();
    settings.setPoolName("store");
    settings.setJdbcUrl(url);
    settings.setUsername(user.orElse(DEFAULT_USER));
    settings.setPassword(password.orElse(""));
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(LONGEST_WAIT.toMillis());
    settings.setAutoCommit(false);
    return settings;
  }
}
