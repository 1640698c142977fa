package dev.seguia.store.database;

/// The store cannot be opened for want of room on its disk. It can be once there is some.
public final class NoRoomException extends StoreException {
  private static final long serialVersionUID = 1L;

  NoRoomException(String message, Throwable cause) {
    super(message, cause);
  }
}
