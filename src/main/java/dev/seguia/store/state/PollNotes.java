package dev.seguia.store.state;

import dev.seguia.store.database.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Deferred poll states of polls without entries: many are written in one transaction. A crash
/// could lose only the time of a poll, which is in the [PollJournal] too.
public final class PollNotes {
  /// How many are deferred before they are written, unless another transaction comes first.
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

  /// Writes them, and drops them after the commit.
  public void write(Transaction transaction) {
    if (notes.isEmpty()) return;
    var written = Map.copyOf(notes);
    PollStates.record(transaction, written);
    transaction.afterCommit(() -> written.forEach(notes::remove));
  }
}
