package dev.seguia.store.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/// Everything specific to H2: its URLs and settings, how to flush its file, what its errors mean.
/// Another database would need its own version of this; the rest of the package is plain JDBC.
///
/// @param url a JDBC URL; H2 may run embedded with a file, embedded in memory, or as a server
record H2(String url) {
  private static final String FILE = "jdbc:h2:file:";
  private static final String IN_MEMORY = "jdbc:h2:mem:";
  private static final Pattern FILE_URL = Pattern.compile(FILE + "([^;]+).*");

  /// Enough for the upper pages of all tables. More would keep the lower pages until they are old,
  /// and a collection of old objects stops all responses: the system keeps the file in memory
  /// anyway.
  private static final int CACHE_KILOBYTES = 6 * 1024;

  /// H2 keeps 8 by default and would parse the SQL of every poll again.
  private static final int CACHED_STATEMENTS = 128;

  /// H2 2.4.240 may return an earlier result of the same query, without the transaction's own
  /// changes since: OPTIMIZE_REUSE_RESULTS=0 prevents it.
  private static final String EVERYWHERE = ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0";

  private static final Set<Integer> DAMAGES =
      Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);

  private static final Set<Integer> CLOSINGS =
      Set.of(
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  /// Of the file, in percent: while the daemon runs it is compacted where no more is used.
  private static final int USED_ENOUGH = 60;

  /// Of the file, in percent: what is aimed at when it is closed.
  private static final int USED_WELL = 90;

  /// In bytes: a smaller file is left as it is.
  private static final int SMALL = 4 << 20;

  /// In bytes. Where not all chunks fit, H2 chooses some that may free nothing at the end of the
  /// file: so most stores are moved as a whole.
  private static final int MOVED_AT_ONCE = 128 << 20;

  private static final int REWRITTEN_AT_ONCE = 16 << 20;
  private static final Duration LONGEST_COMPACTION = Duration.ofSeconds(2);

  static H2 inFile(Path path) {
    return new H2(FILE + path + settings());
  }

  static H2 inMemory(String name) {
    return new H2(IN_MEMORY + name + EVERYWHERE);
  }

  /// The settings of a database in a file. H2 writes no log of its own beside it, and does not
  /// compact it when it is closed: see [#compactQuietFile(Connection)].
  static String settings() {
    return ";CACHE_SIZE=%d;QUERY_CACHE_SIZE=%d;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;RETENTION_TIME=15000;MAX_COMPACT_TIME=0"
            .formatted(CACHE_KILOBYTES, CACHED_STATEMENTS)
        + EVERYWHERE;
  }

  /// The path in the URL of an embedded database in a file.
  Optional<Path> path() {
    var found = FILE_URL.matcher(url);
    return found.matches()
        ? Optional.of(Path.of(found.group(1)).toAbsolutePath())
        : Optional.empty();
  }

  /// The file of a database, by the path in its URL.
  static Path file(Path path) {
    return path.resolveSibling(path.getFileName() + ".mv.db");
  }

  /// Whether H2 keeps commits in memory for a while before it writes them to disk.
  boolean isWrittenLater() {
    return url.startsWith("jdbc:h2:") && !url.startsWith(IN_MEMORY);
  }

  /// Has everything that is committed written to the file. A kill of the process cannot take it
  /// back then; a power cut still may.
  static void writeFile(Connection connection) throws SQLException {
    execute(connection, "checkpoint");
    awaitFile(connection);
  }

  /// Flushes the file to the disk (fsync), so that it survives a power cut.
  static void syncFile(Connection connection) throws SQLException {
    execute(connection, "checkpoint sync");
  }

  /// A checkpoint only hands the pages over to threads of H2's own that write them: a kill in that
  /// moment would lose them.
  private static void awaitFile(Connection connection) throws SQLException {
    onStore(connection, store -> store.executeFilestoreOperation(H2::nothing));
  }

  private static void nothing() {
    // all pages that were handed over before are written by the time this runs
  }

  /// Moves chunks from the end of the file into the free space before them, and truncates the file,
  /// where much of it is unused. H2 does so by itself only where the free space is in many pieces:
  /// one large free space before full chunks, which is what a busy hour leaves, would stay for
  /// ever.
  static void compactFile(Connection connection) throws SQLException {
    onStore(
        connection,
        store -> {
          if (store.getFileStore() instanceof RandomAccessStore file && file.size() > SMALL)
            file.compactMoveChunks(USED_ENOUGH, MOVED_AT_ONCE, store);
        });
  }

  /// Makes the file as short as it can be within some time, while nothing else is written.
  static void compactQuietFile(Connection connection) throws SQLException {
    onStore(
        connection,
        store -> {
          if (store.getFileStore() instanceof RandomAccessStore file) makeShort(file, store);
        });
  }

  /// Runs without H2's own thread, which would free chunks that are being moved.
  private static void makeShort(RandomAccessStore file, MVStore store) {
    var delay = store.getAutoCommitDelay();
    var retention = store.getRetentionTime();
    store.setAutoCommitDelay(0);
    store.setRetentionTime(0);
    try {
      rewrite(file, store);
    } finally {
      store.setRetentionTime(retention);
      store.setAutoCommitDelay(delay);
    }
  }

  private static void rewrite(RandomAccessStore file, MVStore store) {
    var end = System.nanoTime() + LONGEST_COMPACTION.toNanos();
    // What the first step sets free, the second one can use.
    for (var vain = 0; vain < 2 && isWasteful(file) && System.nanoTime() < end; ) {
      var before = file.size();
      store.compact(USED_WELL, REWRITTEN_AT_ONCE);
      file.compactMoveChunks(USED_WELL, MOVED_AT_ONCE, store);
      if (file.size() >= before) vain++;
    }
  }

  /// Whether a good part of the file is free space between chunks, or dead pages in them.
  private static boolean isWasteful(RandomAccessStore file) {
    var used = file.getFillRate() * file.getChunksFillRate() / 100;
    return used < USED_WELL && file.size() > SMALL;
  }

  private static void onStore(Connection connection, Consumer<MVStore> work) throws SQLException {
    if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session))
      throw new SQLException("the store is not in this process");
    try {
      work.accept(session.getDatabase().getStore().getMvStore());
    } catch (MVStoreException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The hint that has a select use an index.
  static String using(String index) {
    return " use index (" + index + ")";
  }

  /// The severity of an exception for the store as a whole.
  static StoreFault fault(Throwable thrown) {
    return Stream.iterate(Optional.of(thrown), Optional::isPresent, H2::cause)
        .map(cause -> faultOf(cause.orElseThrow()))
        .filter(fault -> fault != StoreFault.NONE)
        .min(Enum::compareTo)
        .orElse(StoreFault.NONE);
  }

  private static Optional<Throwable> cause(Optional<Throwable> thrown) {
    return thrown.map(Throwable::getCause);
  }

  private static StoreFault faultOf(Throwable thrown) {
    return switch (thrown) {
      case SQLException sql -> fault(sql);
      case MVStoreException broken -> fault(broken);
      default -> StoreFault.NONE;
    };
  }

  private static StoreFault fault(SQLException sql) {
    var code = sql.getErrorCode();
    if (code == ErrorCode.DATABASE_ALREADY_OPEN_1) return StoreFault.LOCKED;
    if (DAMAGES.contains(code)) return StoreFault.DAMAGED;
    var state = Optional.ofNullable(sql.getSQLState()).orElse("");
    return CLOSINGS.contains(code) || state.startsWith("08") ? StoreFault.CLOSED : StoreFault.NONE;
  }

  private static StoreFault fault(MVStoreException broken) {
    return switch (broken.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED -> StoreFault.LOCKED;
      case DataUtils.ERROR_WRITING_FAILED,
          DataUtils.ERROR_READING_FAILED,
          DataUtils.ERROR_CLOSED,
          DataUtils.ERROR_INTERNAL ->
          StoreFault.CLOSED;
      case DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_SERIALIZATION,
          DataUtils.ERROR_CHUNK_NOT_FOUND,
          DataUtils.ERROR_BLOCK_NOT_FOUND,
          DataUtils.ERROR_TRANSACTION_CORRUPT,
          DataUtils.ERROR_UNKNOWN_DATA_TYPE ->
          StoreFault.DAMAGED;
      default -> StoreFault.NONE;
    };
  }
}
