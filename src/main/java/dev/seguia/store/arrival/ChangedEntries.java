package dev.seguia.store.arrival;

import dev.seguia.store.session.WriteTransaction;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/// The known entries that one poll changes.
final class ChangedEntries {
  private static final String CHANGE = "update entry set changed = ? where seq = ?";

  private final WriteTransaction writing;
  private final Instant now;
  private final Set<Long> entries = new HashSet<>();
  private int updated;

  ChangedEntries(WriteTransaction writing, Instant now) {
    this.writing = writing;
    this.now = now;
  }

  /// That an entry is other than it was, if only in what is said about it.
  void change(long seq) {
    entries.add(seq);
    writing.sql().update(CHANGE, now, seq);
    writing.changed(seq);
  }

  /// That a reader would notice, at the time that the poll was made.
  void update(long seq) {
    updated++;
    writing.sql().update("update entry set updated = ? where seq = ?", now, seq);
  }

  /// That an entry was written anew.
  ///
  /// @param inSubstance a reader would notice
  void rewritten(long seq, boolean inSubstance) {
    entries.add(seq);
    writing.changed(seq);
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
