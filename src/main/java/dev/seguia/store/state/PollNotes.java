package dev.seguia.store.state;

import dev.seguia.store.database.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// States of polls that brought no entries and are not in the database yet: many are written in one
/// transaction. All that a sudden end could take is when a source was polled, and that is in the
/// [PollJournal] too.
public final class PollNotes {
  /// So many are noted before they are written, unless another transaction comes first.
  private static final int MOST = 64;

  private final Map<Integer, PollState> notes = new ConcurrentHashMap<>();

  public Optional<PollState> of(int source) {
    return Optional.ofNullable(notes.get(source));
  }

  public void add(int source, PollState state) {
    notes.put(source, state);
  }

  public boolean isEmpty() {
    return notes.isEmpty();
  }

  public boolean isFull() {
    return notes.size() >= MOST;
  }

  /// Writes them, and drops them once that is committed.
  public void write(Transaction transaction) {
    if (notes.isEmpty()) return;
    var written = Map.copyOf(notes);
    PollStates.record(transaction, written);
    transaction.afterCommit(() -> written.forEach(notes::remove));
  }
}
