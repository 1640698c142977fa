package dev.seguia.store.derived;

import dev.seguia.store.entry.ChangePosition;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers entry changes to one consumer, in a thread of its own. After a failure it retries with
/// increasing delays (back-off); nothing else waits for it.
public final class ChangeDelivery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeDelivery.class);
  private static final int AT_ONCE = 200;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration GATHERED = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final String name;
  private final ChangeFeed changes;
  private final ChangeConsumer consumer;
  private final Thread thread;
  private volatile boolean closed;

  public ChangeDelivery(String name, ChangeFeed changes, ChangeConsumer consumer) {
    this.name = name;
    this.changes = changes;
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().name("follow-" + name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Processes all changes so far, in this thread: for a command that ends after it.
  public void catchUp() {
    catchUp(consumer.reached());
  }

  /// Processes all changes since a position, in this thread, for a caller that continues from
  /// there.
  ///
  /// @return the place up to which all is taken in
  public ChangePosition catchUp(ChangePosition from) {
    var position = from;
    for (var isEnd = false; !isEnd; ) {
      var batch = changes.after(position, AT_ONCE, consumer.wanted());
      consumer.take(batch);
      position = batch.last();
      isEnd = batch.isEnd();
    }
    consumer.finish();
    return position;
  }

  private void run() {
    var failures = 0;
    while (!closed) {
      try {
        follow();
        failures = 0;
      } catch (RuntimeException e) {
        failures++;
        if (failures == 1 && !closed)
          LOG.atWarn()
              .addKeyValue("consumer", name)
              .setCause(e)
              .log("processing new entries failed; will retry");
        pause(failures);
      }
    }
  }

  /// Follows until something breaks.
  private void follow() {
    try {
      for (var position = consumer.reached(); !closed; position = step(position)) {
        changes.consumed(name, position);
      }
    } finally {
      changes.left(name);
    }
    consumer.finish();
  }

  private ChangePosition step(ChangePosition position) {
    var seen = changes.count();
    var batch = changes.after(position, AT_ONCE, consumer.wanted());
    if (!batch.isEmpty()) consumer.take(batch);
    if (batch.isEnd()) {
      consumer.rest();
      if (!batch.isEmpty()) gather();
      await(seen, LOOK);
    }
    return batch.last();
  }

  /// Collects single changes into a batch, which is much cheaper.
  private synchronized void gather() {
    var end = System.nanoTime() + GATHERED.toNanos();
    try {
      for (var left = GATHERED.toMillis();
          left > 0 && !closed;
          left = (end - System.nanoTime()) / 1_000_000) wait(left);
    } catch (InterruptedException e) {
      closed = true; // whoever interrupts wants an end
    }
  }

  private void pause(int failures) {
    var pause = Duration.ofSeconds(1L << Math.min(failures, 6));
    await(Long.MIN_VALUE, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  private void await(long seen, Duration longest) {
    try {
      if (!closed) changes.await(seen, longest);
    } catch (InterruptedException e) {
      closed = true; // whoever interrupts wants an end
    }
  }

  /// Stops after the current batch. It is not interrupted: an interrupt would close H2's file.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    changes.wake();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
