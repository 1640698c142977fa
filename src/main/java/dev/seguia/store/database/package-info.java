/// Opens the database, runs transactions on it, and makes them durable.
///
/// [Database] opens a [DatabaseLocation] and runs a [Transaction]. It commits many transactions to
/// the file at once (group commit), checks the file at the start, and refuses to write to a full
/// disk or a damaged file. This is the only package that knows JDBC and H2.
@NullMarked
package dev.seguia.store.database;

import org.jspecify.annotations.NullMarked;
