package dev.seguia.dedup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Candidate index for duplicates (LSH): finds recent copies of articles that share a key with
/// another one.
///
/// Copies are kept in generations and forgotten a generation at a time, so that what is held
/// depends on what arrives within the window and on nothing else.
public final class CopyKeys {
  private final int most;
  private final Duration span;
  private final Deque<CopyGeneration> generations = new ArrayDeque<>();

  /// @param most how many copies are held; of more the oldest are forgotten before their time
  /// @param span of arrivals that one generation holds
  public CopyKeys(int most, Duration span) {
    this.most = most;
    this.span = span;
  }

  /// Adds a copy, with increasing numbers. Numbers grow.
  public void add(long number, Instant arrived, long[] keys) {
    if (generations.isEmpty() || generations.getLast().isFull(arrived))
      generations.addLast(new CopyGeneration(number, most / 4 + 1, arrived.plus(span)));
    generations.getLast().add(number, arrived, keys);
    while (size() > most) generations.removeFirst();
  }

  /// The numbers of the copies that have one of the keys.
  public Set<Long> find(long[] keys) {
    var found = new HashSet<Long>();
    for (var generation : generations) for (var key : keys) generation.find(key, found);
    return found;
  }

  /// Removes copies that arrived before a time, or a little less.
  ///
  /// @return a number below which no copy is held any more
  public long forget(Instant before) {
    while (!generations.isEmpty() && generations.getFirst().isBefore(before))
      generations.removeFirst();
    return generations.isEmpty() ? Long.MAX_VALUE : generations.getFirst().first();
  }

  /// The number of copies.
  public int size() {
    return generations.stream().mapToInt(CopyGeneration::size).sum();
  }
}
