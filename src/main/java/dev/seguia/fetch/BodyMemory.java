package dev.seguia.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the memory of all large bodies together, from their first byte until their documents have
/// been read: each alone is within its limit, and dozens at once would still be too much.
final class BodyMemory {
  /// Most documents are smaller, and wait for nothing.
  static final int SMALL = 512 << 10;

  private static final int UNIT = 1 << 10;
  private static final int PART_OF_HEAP = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int units;
  private final Duration patience;
  private final Semaphore free;

  /// @param patience how long a body waits for others to be read
  BodyMemory(long bytes, Duration patience) {
    this.units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
    this.patience = patience;
    this.free = new Semaphore(units, true);
  }

  /// What this Java machine can spare.
  static BodyMemory ofHeap() {
    return new BodyMemory(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, PATIENCE);
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
      bytes -= less;
      var spare = taken - needed();
      if (spare <= 0) return;
      taken -= spare;
      free.release(spare);
    }

    @Override
    public synchronized void close() {
      closed = true;
      free.release(taken);
      taken = 0;
    }

    private synchronized int further(long more) {
      bytes += more;
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
