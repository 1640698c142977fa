package dev.seguia.fetch;

import dev.seguia.memory.MemoryShare;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Bounds the memory of all bodies together, from their first byte until their documents have been
/// read: each alone is within its limit, and hundreds at once would still be too much. A large body
/// waits for room before it is taken in; of small ones, no further are asked for.
final class BodyMemory {
  /// Most documents are smaller, and wait for nothing.
  static final int SMALL = 512 << 10;

  private static final int UNIT = 1 << 10;

  /// The share of the memory that documents may take that are not read yet, before no further are
  /// asked for: more would only grow old while they wait.
  private static final int READ_AHEAD = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int units;
  private final long most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition less = lock.newCondition();
  private long held;
  private final Duration patience;
  private final Semaphore free;

  /// @param patience how long a body waits for others to be read
  BodyMemory(long bytes, Duration patience) {
    this.units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
    this.most = bytes / READ_AHEAD;
    this.patience = patience;
    this.free = new Semaphore(units, true);
  }

  /// What this Java machine can spare.
  static BodyMemory ofHeap() {
    return new BodyMemory(MemoryShare.BODIES.bytes(), PATIENCE);
  }

  /// Waits while documents that are not read yet take too much of the memory. It is to be called
  /// before a request is sent. Not for ever: who waits may hold a document of the same source.
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = patience.toNanos();
      while (held > most && left > 0) left = less.awaitNanos(left);
    } finally {
      lock.unlock();
    }
  }

  private void count(long more) {
    lock.lock();
    try {
      held += more;
      if (held <= most) less.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How much is held by all bodies together, in bytes.
  long held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  Share share() {
    return new Share();
  }

  /// How much is free, in bytes.
  long left() {
    return (long) free.availablePermits() * UNIT;
  }

  /// What one fetch holds, until it is closed.
  final class Share implements AutoCloseable {
    private long bytes;
    private int taken;
    private boolean closed;

    /// Waits until there is room for more.
    void take(long more) throws IOException {
      var further = further(more);
      if (further > 0) acquire(further);
      if (!keep(further)) throw new InterruptedIOException("the fetch was given up");
    }

    synchronized void give(long less) {
      if (closed) return;
      count(-less);
      bytes -= less;
      var spare = taken - needed();
      if (spare <= 0) return;
      taken -= spare;
      free.release(spare);
    }

    @Override
    public synchronized void close() {
      count(-bytes);
      bytes = 0;
      closed = true;
      free.release(taken);
      taken = 0;
    }

    private synchronized int further(long more) {
      if (!closed) {
        bytes += more;
        count(more);
      }
      return closed ? 0 : Math.max(0, needed() - taken);
    }

    /// One body may be larger than all of the room: then it has all of it.
    private int needed() {
      return Math.clamp((bytes - SMALL) / UNIT, 0, units);
    }

    private void acquire(int further) throws IOException {
      try {
        if (!free.tryAcquire(further, patience.toNanos(), TimeUnit.NANOSECONDS))
          throw new UnusableAnswer("there are too many large documents at once");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the fetch was given up");
      }
    }

    private synchronized boolean keep(int further) {
      if (closed) free.release(further);
      else taken += further;
      return !closed;
    }
  }
}
