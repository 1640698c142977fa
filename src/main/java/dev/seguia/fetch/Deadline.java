package dev.seguia.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The time left for a fetch, over all its requests.
///
/// Timeouts of sockets begin anew with every byte, so that a server that drips could hold us for
/// ever. Here a request runs in a virtual thread of its own, and at the end of the time that is
/// interrupted: which ends a name lookup, and closes the socket it connects, reads or writes.
final class Deadline {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private long nanosLeft;

  Deadline(Duration timeout) {
    nanosLeft = timeout.toNanos();
  }

  /// @throws TimeIsUp if it takes longer than the time that is left
  <T> T run(Callable<T> request) throws IOException, InterruptedException {
    var start = System.nanoTime();
    var task = new FutureTask<>(request);
    var thread = Thread.ofVirtual().name("fetch").start(task);
    try {
      return task.get(nanosLeft, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return late(task);
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      thread.interrupt();
      nanosLeft -= System.nanoTime() - start;
    }
  }

  /// The result of an interrupted request, from the bytes so far: a document may be complete,
  /// though the server neither says so nor closes the connection.
  private static <T> T late(FutureTask<T> task) throws IOException, InterruptedException {
    try {
      return task.get(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new TimeIsUp();
    }
  }

  private static IOException thrown(ExecutionException broken) {
    return switch (broken.getCause()) {
      case IOException e -> e;
      case Error e -> throw e;
      case null, default ->
          throw new IllegalStateException("a request failed unexpectedly", broken);
    };
  }

  /// The response was not complete in time.
  static final class TimeIsUp extends InterruptedIOException {
    private static final long serialVersionUID = 1;
  }
}
