package dev.seguia.store.database;

import java.util.Optional;
import java.util.stream.Stream;

/// What an error of the database means for the store as a whole.
enum StoreFault {
  /// Another process has it.
  LOCKED,
  /// The content of the file is not valid.
  DAMAGED,
  /// The database closed itself, as H2 does when a write fails, or the connection is lost: what is
  /// in the file is sound, and has to be opened anew.
  CLOSED,
  /// The statement is to blame, not the store.
  NONE;

  static StoreFault of(Throwable thrown) {
    return Stream.iterate(Optional.of(thrown), Optional::isPresent, StoreFault::cause)
        .map(cause -> H2.fault(cause.orElseThrow()))
        .filter(fault -> fault != NONE)
        .min(Enum::compareTo)
        .orElse(NONE);
  }

  private static Optional<Throwable> cause(Optional<Throwable> thrown) {
    return thrown.map(Throwable::getCause);
  }

  /// What to tell the user of a store that does not open.
  ///
  /// @param hasRoom whether there is room on its disk
  static StoreException explained(DatabaseLocation location, boolean hasRoom, RuntimeException e) {
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
