package dev.seguia.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// What copies and stories hold in memory while the store grows, at one rate of arrival: the stream
/// comes week after week.
final class StreamMemory {
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final String HEADER =
      "entries  days  live heap MB  copies MB  (copies)  stories MB  the rest MB  us an entry"
          + "  recall CPU s  file MB";

  private final List<Row> rows;
  private final Path directory;
  private final Deque<Long> marks;
  private double base;
  private long arrived;
  private long started;
  private long arrivedThen;

  /// @param marks numbers of entries at which to look, growing
  StreamMemory(List<Row> rows, Path directory, List<Long> marks) {
    this.rows = rows;
    this.directory = directory;
    this.marks = new ArrayDeque<>(marks);
  }

  /// Fills the store up to the last mark, and prints a line for each.
  void run() throws IOException {
    var polls = week(0);
    base = Heap.used();
    var start = polls.getFirst().now().minus(BETWEEN);
    var listed = polls.stream().map(StreamPoll::source).distinct().toList();
    System.out.println(HEADER);
    try (var store = new StreamStore(directory, listed, start)) {
      for (var week = 0; !marks.isEmpty(); polls = week(++week)) run(store, polls);
    }
  }

  private List<StreamPoll> week(int number) {
    return StreamPoll.of(new StreamWeek(number).of(rows), BETWEEN, 0);
  }

  private void run(StreamStore store, List<StreamPoll> polls) throws IOException {
    begin();
    for (var at = 0; at < polls.size() && !marks.isEmpty(); at++) {
      if (at > 0 && polls.get(at).now().isAfter(polls.get(at - 1).now())) store.follow();
      arrived += store.poll(polls.get(at)).added();
      if (arrived >= marks.getFirst()) look(store);
    }
    if (marks.isEmpty()) return;
    store.follow();
    System.err.printf(Locale.ROOT, "%,d entries, %.0f us each%n", arrived, micros());
  }

  private void begin() {
    started = ThreadTime.now();
    arrivedThen = arrived;
  }

  private double micros() {
    return ThreadTime.microsSince(started) / Math.max(1, arrived - arrivedThen);
  }

  /// One after the other is forgotten, and what is freed by it is what it held.
  private void look(StreamStore store) throws IOException {
    store.follow();
    var micros = micros();
    var all = Heap.used();
    store.forgetCopies();
    var withoutCopies = Heap.used();
    store.forgetStories();
    var rest = Heap.used();
    var start = ThreadTime.now();
    store.recallStories();
    System.out.printf(
        Locale.ROOT,
        "%,9d  %4.1f  %12.1f  %9.1f  %,8d  %10.1f  %11.1f  %11.0f  %12.2f  %7d%n",
        store.count(),
        7.0 * arrived / rows.size(),
        all - base,
        all - withoutCopies,
        store.copies(),
        withoutCopies - rest,
        rest - base,
        micros,
        ThreadTime.microsSince(start) / 1e6,
        megabytes());
    marks.removeFirst();
    begin();
  }

  private long megabytes() throws IOException {
    try (var files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }
}
