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

  /// Notes that an entry changed, if only in its tags or sightings.
  void change(long seq) {
    entries.add(seq);
    writing.sql().update(CHANGE, now, seq);
    writing.changed(seq);
  }

  /// Notes that an entry which the poll brings was updated: a reader would notice the change.
  void updateByEdit(long seq) {
    updated++;
    update(seq);
  }

  /// Records that an entry was updated by a merge.
  void update(long seq) {
    writing.sql().update("update entry set updated = ? where seq = ?", now, seq);
  }

  /// Notes that an entry was rewritten.
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

  /// How many entries of the poll changed in substance.
  int updated() {
    return updated;
  }
}
