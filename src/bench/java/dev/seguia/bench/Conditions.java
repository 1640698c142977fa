package dev.seguia.bench;

import dev.seguia.flood.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a figure depends on besides the code.
public record Conditions(String cpu, int cores, String java, String options, double load) {
  static Conditions now() {
    return new Conditions(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        String.join(" ", Launcher.options()),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processorName() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %d cores, load %.1f; Java %s %s", cpu, cores, load, java, options);
  }
}
