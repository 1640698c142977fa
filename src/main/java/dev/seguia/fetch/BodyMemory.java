package dev.seguia.fetch;

import dev.seguia.memory.MemoryShare;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Limits the total memory of all response bodies, from their first byte until their documents have
/// been parsed: each body is within its own limit, but hundreds at once would still be too much. A
/// large body waits for room; while many are unparsed, no further requests are sent.
///
/// Nobody waits for ever. Bodies are taken in by threads, each with the documents of one source.
/// The thread that has held room for the longest time never waits, so that it comes to an end and
/// the next one becomes the oldest. Half of the room is kept for it; the others share the other
/// half. A thread that waits for room while a request is under way gives up after a while, gives
/// back what it has, and waits without a connection and without its turn at the host, which the
/// oldest thread may need: see [Share#again()].
final class BodyMemory implements AutoCloseable {
  /// Most documents are smaller, and wait for nothing.
  static final int SMALL = 512 << 10;

  /// The share of the memory that documents may take that are not read yet, before no further are
  /// asked for: more would only grow old while they wait.
  private static final int READ_AHEAD = 8;

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(5));

  private final long room;
  private final Patience patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition less = lock.newCondition();

  /// Threads that hold room or wait for it, the oldest first, with what each holds.
  private final Map<Thread, Holding> holdings = new LinkedHashMap<>();

  private long held;
  private long taken;
  private boolean closed;

  /// How long to wait until others have been parsed.
  ///
  /// @param before a request is sent
  /// @param within a request, while the server waits too
  record Patience(Duration before, Duration within) {}

  /// The memory held by one thread.
  private static final class Holding {
    private long room;
    private int users;
  }

  /// @param room in bytes
  BodyMemory(long room, Patience patience) {
    this.room = room;
    this.patience = patience;
  }

  /// A share of this JVM's heap.
  static BodyMemory ofHeap() {
    return new BodyMemory(MemoryShare.BODIES.bytes(), PATIENCE);
  }

  /// Waits for a while if unparsed documents take too much of the memory. Call this before sending
  /// a request. A thread that holds a large document does not wait: it may need another one to be
  /// done with it.
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = patience.before().toNanos();
      while (held > room / READ_AHEAD
          && left > 0
          && !closed
          && !holdings.containsKey(Thread.currentThread())) left = less.awaitNanos(left);
    } finally {
      lock.unlock();
    }
  }

  /// The bytes held by all bodies together.
  long held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  /// The memory share of one request of this thread.
  Share share() {
    return new Share(Thread.currentThread());
  }

  /// The free bytes; negative while the oldest thread has more than the limit.
  long left() {
    lock.lock();
    try {
      return room - taken;
    } finally {
      lock.unlock();
    }
  }

  /// Ends all waiting.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      less.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void add(Thread thread, long further) {
    holdings.computeIfAbsent(thread, _ -> new Holding()).room += further;
    taken += further;
    tidy(thread);
    if (further < 0) less.signalAll();
  }

  private void tidy(Thread thread) {
    var holding = holdings.get(thread);
    if (holding == null || holding.room > 0 || holding.users > 0) return;
    holdings.remove(thread);
    less.signalAll(); // another one may be the oldest now
  }

  private boolean isRoomFor(Thread thread, long further) {
    var oldest = holdings.entrySet().iterator().next();
    if (oldest.getKey().equals(thread)) return true;
    return taken - oldest.getValue().room + further <= room / 2 && taken + further <= room;
  }

  /// The memory that one request holds, until it is closed.
  final class Share implements AutoCloseable {
    private final Thread thread;
    private long bytes;
    private long roomTaken;
    private long reserved;
    private long wanted;
    private boolean hasWaited;
    private boolean isClosed;

    private Share(Thread thread) {
      this.thread = thread;
    }

    /// Reserves memory for more bytes of a body, and waits until there is room. It waits until
    /// there is room.
    ///
    /// @param most how many more there may be in all, these included
    /// @throws InterruptedIOException if it has waited for too long
    void take(long more, long most) throws InterruptedIOException {
      lock.lock();
      try {
        if (isClosed) throw new InterruptedIOException("the fetch was aborted");
        bytes += more;
        held += more;
        wanted = bytes - more + Math.max(more, most);
        if (!acquire(patience.within().toNanos()))
          throw new InterruptedIOException("there are too many large documents at once");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the fetch was aborted");
      } finally {
        lock.unlock();
      }
    }

    /// @return whether there was room in time
    private boolean acquire(long nanos) throws InterruptedException {
      var further = needed() - roomTaken;
      if (further <= 0) return true;
      var holding = holdings.computeIfAbsent(thread, _ -> new Holding());
      holding.users++;
      try {
        for (var left = nanos; !closed && !isClosed && !isRoomFor(thread, further); ) {
          hasWaited = true;
          if (left <= 0) return false;
          left = less.awaitNanos(left);
        }
        if (closed || isClosed) throw new InterruptedException("the fetch was aborted");
        roomTaken += further;
        add(thread, further);
        return true;
      } finally {
        holding.users--;
        tidy(thread);
      }
    }

    /// One body may be larger than all of the room: then it has all of it.
    private long needed() {
      return Math.clamp(Math.max(bytes, reserved) - SMALL, 0, room);
    }

    /// Releases memory.
    void give(long fewer) {
      lock.lock();
      try {
        if (isClosed) return;
        drop(fewer);
      } finally {
        lock.unlock();
      }
    }

    private void drop(long fewer) {
      bytes -= fewer;
      held -= fewer;
      if (fewer > 0 && held <= room / READ_AHEAD) less.signalAll();
      var spare = roomTaken - needed();
      if (spare <= 0) return;
      roomTaken -= spare;
      add(thread, -spare);
    }

    /// Marks the body as complete: what was reserved beyond it is released.
    void complete() {
      lock.lock();
      try {
        reserved = 0;
        if (!isClosed) drop(0);
      } finally {
        lock.unlock();
      }
    }

    /// Whether it ever had to wait for room, which may have made its request fail.
    boolean hasWaited() {
      lock.lock();
      try {
        return hasWaited;
      } finally {
        lock.unlock();
      }
    }

    /// Releases everything, and waits until there is room for what was wanted last. Call this when
    /// no request is in progress and no host permit is held.
    ///
    /// @return what the same request may hold when it is sent again
    Share again() throws InterruptedException {
      close();
      var next = new Share(thread);
      lock.lockInterruptibly();
      try {
        next.reserved = wanted;
        next.acquire(Long.MAX_VALUE);
        next.hasWaited = false;
        return next;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (isClosed) return;
        isClosed = true;
        reserved = 0;
        drop(bytes);
        less.signalAll(); // its own request may still wait
      } finally {
        lock.unlock();
      }
    }
  }
}
