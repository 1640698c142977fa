package dev.seguia.store.database;

/// The severity of a database error for the store as a whole.
enum StoreFault {
  /// Another process has it.
  LOCKED,
  /// The content of the file is not valid.
  DAMAGED,
  /// The database closed itself, as H2 does when a write fails, or the connection is lost: what is
  /// in the file is sound, and has to be opened anew.
  CLOSED,
  /// The statement is to blame, not the store.
  NONE
}
