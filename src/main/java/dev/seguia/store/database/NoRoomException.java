package dev.seguia.store.database;

/// The store cannot be opened because its disk is full; retry when there is free space.
public final class NoRoomException extends StoreException {
  private static final long serialVersionUID = 1L;

  NoRoomException(String message, Throwable cause) {
    super(message, cause);
  }
}
