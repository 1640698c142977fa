package dev.seguia.store.arrival;

import dev.seguia.store.SourceStore;
import dev.seguia.store.database.Database;

/// Lets the judges see what the store keeps in memory of copies.
public final class HeldCopies {
  private HeldCopies() {}

  /// How many there are that others are compared with.
  public static long count(Database database) {
    return database.read(
        transaction -> transaction.number("select count(*) from article_copy").orElse(0));
  }

  /// Forgets their keys: the next poll reads them again.
  public static void forget(SourceStore sources) {
    sources.copies().reset();
  }
}
