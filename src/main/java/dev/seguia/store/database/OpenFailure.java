package dev.seguia.store.database;

/// Explains to the user why a database cannot be opened, and what to do.
final class OpenFailure {
  private OpenFailure() {}

  /// The message for the user.
  ///
  /// @param hasRoom whether there is room on its disk
  static StoreException explained(DatabaseLocation location, boolean hasRoom, RuntimeException e) {
    if (e instanceof StoreException own && e.getCause() == null) return own;
    if (!hasRoom && H2.fault(e) == StoreFault.CLOSED)
      return new NoRoomException(
          "the store " + location.place() + " cannot be opened: its disk is full", e);
    var words =
        switch (H2.fault(e)) {
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
