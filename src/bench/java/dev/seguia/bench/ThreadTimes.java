package dev.seguia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// The CPU time of the threads of a process, by their kind. What a thread had used when it was last
/// seen still counts after its end.
final class ThreadTimes {
  private final Path tasks;
  private final Map<Path, ProcessStat> seen = new HashMap<>();

  ThreadTimes(long pid) {
    tasks = Path.of("/proc", Long.toString(pid), "task");
  }

  /// Reads the times of the living threads; to be called often, since those of ended ones are lost.
  ///
  /// @return whether one of the threads is busy
  boolean look() throws IOException {
    var busy = false;
    try (var living = Files.newDirectoryStream(tasks)) {
      for (var task : living) busy |= look(task);
    }
    return busy;
  }

  private boolean look(Path task) throws IOException {
    try {
      var thread = ProcessStat.parse(Files.readString(task.resolve("stat")));
      seen.put(task, thread);
      return thread.busy();
    } catch (NoSuchFileException endedMeanwhile) {
      // its last known time stays
    } catch (IOException e) {
      // Linux answers ESRCH where a thread ends between opening and reading.
      if (Files.exists(task)) throw e;
    }
    return false;
  }

  /// The sums so far.
  ///
  /// @param total CPU time of the process: what no known thread has used is [ThreadKind#OTHER]
  Map<ThreadKind, Duration> sums(Duration total) {
    var sums = new EnumMap<ThreadKind, Duration>(ThreadKind.class);
    for (var kind : ThreadKind.values()) sums.put(kind, Duration.ZERO);
    var rest = total;
    for (var thread : seen.values()) {
      var kind = ThreadKind.of(thread.name());
      if (kind == ThreadKind.OTHER) continue;
      sums.merge(kind, thread.cpu(), Duration::plus);
      rest = rest.minus(thread.cpu());
    }
    sums.put(ThreadKind.OTHER, rest);
    return sums;
  }
}
