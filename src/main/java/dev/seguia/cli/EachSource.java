package dev.seguia.cli;

import dev.seguia.source.Source;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Runs a task for many sources concurrently, with a progress bar on a terminal.
final class EachSource {
  private EachSource() {}

  /// The task for one source.
  interface Work<R> {
    R of(Source source) throws InterruptedException;
  }

  /// What came of it, in the order of the sources.
  ///
  /// @param concurrency for how many at once
  static <R> List<R> map(List<Source> sources, int concurrency, Work<R> work)
      throws InterruptedException {
    var progress = Progress.onTerminal(sources.size());
    var permits = new Semaphore(concurrency);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = sources.stream().map(source -> call(source, permits, progress, work)).toList();
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    } finally {
      progress.end();
    }
  }

  private static <R> Callable<R> call(
      Source source, Semaphore permits, Progress progress, Work<R> work) {
    return () -> {
      permits.acquire();
      try {
        return work.of(source);
      } finally {
        permits.release();
        progress.step(source.title());
      }
    };
  }
}
