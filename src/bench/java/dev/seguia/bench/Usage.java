package dev.seguia.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a process has used so far, as Linux counts it.
///
/// @param cpu of all its threads, in user and in kernel mode
/// @param peakMegabytes the most memory that it ever held (VmHWM)
record Usage(Duration cpu, long peakMegabytes) {
  private static final long MILLIS_PER_TICK = 10;

  /// Of the process with that number.
  static Usage of(long pid) {
    var directory = Path.of("/proc", Long.toString(pid));
    var stat = lines(directory.resolve("stat")).getFirst();
    // The name of the program, in brackets, may hold blanks.
    var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    var ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
    return new Usage(Duration.ofMillis(ticks * MILLIS_PER_TICK), peak(directory));
  }

  /// Of this process.
  static Usage now() {
    return of(ProcessHandle.current().pid());
  }

  private static long peak(Path directory) {
    return lines(directory.resolve("status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("the process has ended, or this is no Linux: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
