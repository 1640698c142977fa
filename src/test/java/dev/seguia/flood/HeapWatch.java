package dev.seguia.flood;

import com.sun.management.OperatingSystemMXBean;
import dev.seguia.testing.LiveHeap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The heap of this process and what its collections cost.
///
/// The serial collector works in a thread of the Java machine whose CPU time only Linux tells. The
/// length of its pauses would say more of what else the machine does.
final class HeapWatch {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final String COLLECTOR = "VM Thread";

  private final Optional<Path> collector = collector();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long ofSamplesNanos;
  private long ofSamplesGcNanos;
  private long cpuBefore = system.getProcessCpuTime();
  private long gcBefore = collectionNanos();

  /// What is live, in bytes: what is left after full collections.
  long live() {
    var cpu = system.getProcessCpuTime();
    var gc = collectionNanos();
    var live = LiveHeap.bytes();
    ofSamplesNanos += system.getProcessCpuTime() - cpu;
    ofSamplesGcNanos += collectionNanos() - gc;
    return live;
  }

  /// What was used since the last time.
  ///
  /// @param cpuSeconds of the process, without those of samples
  /// @param gcShare of these, in collections
  record Cost(double cpuSeconds, double gcShare) {}

  Cost cost() {
    var cpu = system.getProcessCpuTime();
    var gc = collectionNanos();
    var cpuSeconds = (cpu - cpuBefore - ofSamplesNanos) / 1e9;
    var gcSeconds = (gc - gcBefore - ofSamplesGcNanos) / 1e9;
    cpuBefore = cpu;
    gcBefore = gc;
    ofSamplesNanos = 0;
    ofSamplesGcNanos = 0;
    return new Cost(cpuSeconds, gcSeconds / cpuSeconds);
  }

  private static Optional<Path> collector() {
    if (!Files.isDirectory(TASKS)) return Optional.empty();
    try (var tasks = Files.list(TASKS)) {
      return tasks
          .filter(task -> text(task.resolve("comm")).equals(COLLECTOR))
          .map(task -> task.resolve("schedstat"))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return ""; // the thread has ended
    }
  }

  /// In the CPU time of its thread; 0 where that is not known.
  private long collectionNanos() {
    return collector
        .map(file -> text(file).split(" ", 2)[0])
        .filter(nanos -> !nanos.isEmpty())
        .map(Long::parseLong)
        .orElse(0L);
  }
}
