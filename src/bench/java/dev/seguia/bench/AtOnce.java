package dev.seguia.bench;

import dev.seguia.bench.Round.Done;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Runs polls side by side on virtual threads, so many at once and no more.
final class AtOnce {
  private static final int LIMIT = 32;

  private AtOnce() {}

  static Done all(List<Callable<Done>> polls) throws InterruptedException {
    var slots = new Semaphore(LIMIT);
    var bounded = polls.stream().map(poll -> bounded(slots, poll)).toList();
    var sum = new Done(0, 0, 0);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var poll : threads.invokeAll(bounded)) sum = sum.and(poll.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return sum;
  }

  private static Callable<Done> bounded(Semaphore slots, Callable<Done> poll) {
    return () -> {
      slots.acquire();
      try {
        return poll.call();
      } finally {
        slots.release();
      }
    };
  }
}
