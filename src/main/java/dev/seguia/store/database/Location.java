package dev.seguia.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the store lies and how to get in.
///
/// @param url a JDBC URL
public record Location(String url, Optional<String> user, Optional<String> password) {
  /// Enough for the upper pages of all tables. More would hold those below until they are old, and
  /// a collection of what is old stops all answers: the system keeps the file in memory anyway.
  private static final int CACHE_KILOBYTES = 6 * 1024;

  /// H2 keeps 8 by default and would read the SQL of every poll anew.
  private static final int CACHED_STATEMENTS = 128;

  /// H2 holds the whole of it in memory; more than 255 open transactions are refused.
  private static final int CONNECTIONS = 8;

  /// Where H2 2.4.240 gives an answer again that it gave before, a transaction may miss its own
  /// changes.
  private static final String EVERYWHERE = ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:file:([^;]+).*");
  private static final String IN_MEMORY = "jdbc:h2:mem:";

  /// The H2 file of a data directory.
  public static Location in(Path directory) {
    var file = directory.toAbsolutePath().normalize().resolve("seguia");
    return of("jdbc:h2:file:" + file + settings());
  }

  /// A store in memory that is gone when the database is closed.
  public static Location inMemory(String name) {
    return of(IN_MEMORY + name + EVERYWHERE);
  }

  /// What H2 is told to do on our behalf: it writes no log of its own beside the store.
  static String settings() {
    return ";CACHE_SIZE=%d;QUERY_CACHE_SIZE=%d;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;RETENTION_TIME=15000;MAX_COMPACT_TIME=2000"
            .formatted(CACHE_KILOBYTES, CACHED_STATEMENTS)
        + EVERYWHERE;
  }

  static Location of(String url) {
    return new Location(url, Optional.empty(), Optional.empty());
  }

  /// The file of an embedded H2, without the ending that H2 gives it.
  Optional<Path> file() {
    var found = H2_FILE.matcher(url);
    return found.matches()
        ? Optional.of(Path.of(found.group(1)).toAbsolutePath())
        : Optional.empty();
  }

  /// Whether H2 keeps what is committed in memory for a while, before it writes it to a file.
  boolean isWrittenLater() {
    return url.startsWith("jdbc:h2:") && !url.startsWith(IN_MEMORY);
  }

  /// As people know it: without the settings that stand behind a URL, of which one may be a
  /// password.
  String place() {
    return file().map(path -> path + ".mv.db").orElse(url.replaceFirst("[;?].*", ""));
  }

  /// The settings of a pool of connections to it.
  HikariConfig pool() {
    var settings = new HikariConfig();
    settings.setPoolName("store");
    settings.setJdbcUrl(url);
    settings.setUsername(user.orElse("sa"));
    settings.setPassword(password.orElse(""));
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(1);
    settings.setConnectionTimeout(LONGEST_WAIT.toMillis());
    settings.setAutoCommit(false);
    return settings;
  }
}
