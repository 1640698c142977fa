package dev.seguia.store.database;

/// The store cannot be used: it is damaged, locked by another process, full or closed.
public sealed class StoreException extends RuntimeException permits NoRoomException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /// A statement failed.
  static StoreException refused(String sql, Throwable cause) {
    return new StoreException(
        "the store refused: " + sql.strip().lines().findFirst().orElse(""), cause);
  }
}
