package dev.seguia.gather;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Limits how many documents are parsed, and how many feeds are stored, at the same time: a few, or
/// a single large one.
///
/// A fetch waits for others, but a document that is read needs a core, and memory of thirty times
/// its size while it is a tree. What was read goes before what is still to be read, so that only a
/// few feeds wait in memory, however many are fetched at once.
public final class ParseLimiter {
  /// In bytes.
  private static final int LARGE = 1 << 20;

  private final int places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiter> toStore = new ArrayDeque<>();
  private final Deque<Waiter> toRead = new ArrayDeque<>();
  private int free;

  /// @param places how many documents are read at once
  ParseLimiter(int places) {
    this.places = places;
    this.free = places;
  }

  /// A thread that waits for places.
  private record Waiter(int wanted, Condition turn) {}

  /// Waits for a place to parse a document.
  ///
  /// @param size of the document, in bytes
  public Place enter(int size) throws InterruptedException {
    return enter(size, toRead);
  }

  /// Waits for a place to store a feed; takes precedence over parsing.
  ///
  /// @param size of the document that it was read from, in bytes
  public Place enterToStore(int size) throws InterruptedException {
    return enter(size, toStore);
  }

  private Place enter(int size, Deque<Waiter> queue) throws InterruptedException {
    var taken = size > LARGE ? places : 1;
    lock.lockInterruptibly();
    try {
      await(new Waiter(taken, lock.newCondition()), queue);
      free -= taken;
    } finally {
      callNext();
      lock.unlock();
    }
    return () -> leave(taken);
  }

  /// In order: a large document waits until all places are free, and small ones may not pass it for
  /// ever.
  private void await(Waiter waiter, Deque<Waiter> queue) throws InterruptedException {
    queue.addLast(waiter);
    try {
      while (!waiter.equals(next()) || free < waiter.wanted()) waiter.turn().await();
    } finally {
      queue.remove(waiter);
    }
  }

  private Waiter next() {
    return toStore.isEmpty() ? toRead.getFirst() : toStore.getFirst();
  }

  private void callNext() {
    for (var queue : List.of(toStore, toRead)) {
      if (queue.isEmpty()) continue;
      queue.getFirst().turn().signal();
      return;
    }
  }

  /// The number of waiting threads.
  int waiting() {
    lock.lock();
    try {
      return toStore.size() + toRead.size();
    } finally {
      lock.unlock();
    }
  }

  private void leave(int taken) {
    lock.lock();
    try {
      free += taken;
      callNext();
    } finally {
      lock.unlock();
    }
  }

  /// An acquired place, released by closing it.
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }
}
