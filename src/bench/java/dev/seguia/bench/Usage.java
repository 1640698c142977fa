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
/// @param residentMegabytes the memory that it holds now (VmRSS)
/// @param peakMegabytes the most memory that it ever held (VmHWM)
record Usage(Duration cpu, long residentMegabytes, long peakMegabytes) {
  /// Of the process with that number.
  static Usage of(long pid) {
    var directory = Path.of("/proc", Long.toString(pid));
    var stat = ProcessStat.parse(lines(directory.resolve("stat")).getFirst());
    var status = lines(directory.resolve("status"));
    return new Usage(stat.cpu(), megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
  }

  /// Of this process.
  static Usage now() {
    return of(ProcessHandle.current().pid());
  }

  private static long megabytes(List<String> status, String key) {
    return status.stream()
        .filter(line -> line.startsWith(key))
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
