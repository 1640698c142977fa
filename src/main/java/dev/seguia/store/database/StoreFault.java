package dev.seguia.store.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// What an error of the database means for the store as a whole.
enum StoreFault {
  /// Another process has it.
  LOCKED,
  /// The file is not what H2 wrote.
  DAMAGED,
  /// H2 closed itself, as it does when a write fails, or the connection is gone: what is in the
  /// file is sound, and has to be opened anew.
  CLOSED,
  /// The statement is to blame, not the store.
  NONE;

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

  static StoreFault of(Throwable thrown) {
    return Stream.iterate(Optional.of(thrown), Optional::isPresent, StoreFault::cause)
        .map(cause -> one(cause.orElseThrow()))
        .filter(fault -> fault != NONE)
        .min(Enum::compareTo)
        .orElse(NONE);
  }

  private static Optional<Throwable> cause(Optional<Throwable> thrown) {
    return thrown.map(Throwable::getCause);
  }

  private static StoreFault one(Throwable thrown) {
    return switch (thrown) {
      case SQLException sql -> of(sql);
      case MVStoreException broken -> of(broken);
      default -> NONE;
    };
  }

  private static StoreFault of(SQLException sql) {
    var code = sql.getErrorCode();
    if (code == ErrorCode.DATABASE_ALREADY_OPEN_1) return LOCKED;
    if (DAMAGES.contains(code)) return DAMAGED;
    var state = Optional.ofNullable(sql.getSQLState()).orElse("");
    return CLOSINGS.contains(code) || state.startsWith("08") ? CLOSED : NONE;
  }

  private static StoreFault of(MVStoreException broken) {
    return switch (broken.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED -> LOCKED;
      case DataUtils.ERROR_WRITING_FAILED,
          DataUtils.ERROR_READING_FAILED,
          DataUtils.ERROR_CLOSED,
          DataUtils.ERROR_INTERNAL ->
          CLOSED;
      case DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_SERIALIZATION,
          DataUtils.ERROR_CHUNK_NOT_FOUND,
          DataUtils.ERROR_BLOCK_NOT_FOUND,
          DataUtils.ERROR_TRANSACTION_CORRUPT,
          DataUtils.ERROR_UNKNOWN_DATA_TYPE ->
          DAMAGED;
      default -> NONE;
    };
  }

  /// What to tell the user of a store that does not open.
  ///
  /// @param hasRoom whether there is room on its disk
  static StoreException explained(Location location, boolean hasRoom, RuntimeException e) {
    if (e instanceof StoreException own && e.getCause() == null) return own;
    if (!hasRoom && of(e) == CLOSED)
      return new NoRoomException(
          "the store " + location.place() + " cannot be opened: its disk is full", e);
    var words =
        switch (of(e)) {
          case LOCKED ->
              "is in use by another process; stop that one, or name another directory with --data";
          case DAMAGED -> "is damaged; put back a copy of it: " + StoreHealth.innermost(e);
          case CLOSED, NONE ->
              location.file().isPresent()
                  ? "cannot be opened; if its file is damaged, put back a copy of it: "
                      + StoreHealth.innermost(e)
                  : "cannot be opened: " + StoreHealth.innermost(e);
        };
    return new StoreException("the store " + location.place() + " " + words, e);
  }
}
