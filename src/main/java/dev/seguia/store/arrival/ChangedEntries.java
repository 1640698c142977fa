package dev.seguia.store.arrival;

import dev.seguia.store.database.Transaction;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// The known entries that one poll changes.
public final class ChangedEntries {
  private static final String CHANGE = "update entry set changed = ? where seq = ?";

  private final Transaction transaction;
  private final Instant now;
  private final Set<Long> entries = new HashSet<>();
  private int updated;

  ChangedEntries(Transaction transaction, Instant now) {
    this.transaction = transaction;
    this.now = now;
  }

  /// That an entry is other than it was, if only in what is said about it.
  void change(long seq) {
    entries.add(seq);
    mark(transaction, now, seq);
  }

  /// As [#change(long)], where no poll is on.
  public static void mark(Transaction transaction, Instant now, long seq) {
    transaction.update(CHANGE, now, seq);
    transaction.changed(seq);
  }

  /// That a reader would notice, at the time that the poll was made.
  void update(long seq) {
    updated++;
    transaction.update("update entry set updated = ? where seq = ?", now, seq);
  }

  /// That an entry was written anew.
  ///
  /// @param inSubstance a reader would notice
  void rewritten(long seq, boolean inSubstance) {
    entries.add(seq);
    transaction.changed(seq);
    if (inSubstance) updated++;
  }

  Set<Long> entries() {
    return Collections.unmodifiableSet(entries);
  }

  /// How many entries changed in substance.
  int updated() {
    return updated;
  }
}
