package dev.seguia.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What one poll of all sources cost.
///
/// @param documents that were read, and not merely known to be unchanged
/// @param added entries that are new in the store
/// @param wallMillis until all was stored
/// @param cpuMillis the store's work behind the scenes included
/// @param peakMegabytes since the process began
public record Round(
    int documents, int added, int failed, long wallMillis, long cpuMillis, long peakMegabytes) {
  /// H2 writes behind the scenes: it is given time to finish what the round has caused.
  private static final Duration SETTLING = Duration.ofMillis(1500);

  private static final long TICK_MILLIS = 10;

  /// What a pipeline did in one round.
  record Done(int documents, int added, int failed) {
    static final Done UNCHANGED = new Done(0, 0, 0);
    static final Done FAILED = new Done(0, 0, 1);

    static Done stored(int added) {
      return new Done(1, added, 0);
    }

    Done and(Done other) {
      return new Done(documents + other.documents, added + other.added, failed + other.failed);
    }
  }

  /// A pipeline from fetch to store, ready for a round.
  interface Pipeline {
    /// Makes one round.
    ///
    /// @param base the URL of the fixture whose feeds are polled
    Done poll(String base) throws InterruptedException;
  }

  /// Makes one round for every line of the input, which is the fixture's URL, and answers with what
  /// the round cost.
  static void serve(Pipeline pipeline) throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println(Usage.now().cpu().toMillis());
    for (var base = input.readLine(); base != null; base = input.readLine())
      System.out.println(measure(pipeline, base).line());
  }

  private static Round measure(Pipeline pipeline, String base) throws InterruptedException {
    var before = Usage.now();
    var start = System.nanoTime();
    var done = pipeline.poll(base);
    var wall = Duration.ofNanos(System.nanoTime() - start);
    Thread.sleep(SETTLING);
    var after = Usage.now();
    return new Round(
        done.documents(),
        done.added(),
        done.failed(),
        wall.toMillis(),
        after.cpu().minus(before.cpu()).toMillis(),
        after.peakMegabytes());
  }

  /// At least a tick of the system's clock, so that it can be divided by.
  double cpuSeconds() {
    return Math.max(cpuMillis, TICK_MILLIS) / 1000.0;
  }

  private String line() {
    return "%d %d %d %d %d %d"
        .formatted(documents, added, failed, wallMillis, cpuMillis, peakMegabytes);
  }

  static Round parse(String line) {
    var numbers = java.util.Arrays.stream(line.split(" ", -1)).map(Integer::valueOf).toList();
    return new Round(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5));
  }
}
