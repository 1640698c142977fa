package dev.seguia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What it costs to keep an index of many entries and to search it.
@Command(name = "search", description = "An index of made-up entries is built and searched.")
final class SearchBenchmark implements Callable<Integer> {
  @Option(
      names = "--entries",
      defaultValue = "1000000",
      description = "How many (${DEFAULT-VALUE}).")
  private long entries;

  @Option(names = "--words", defaultValue = "150", description = "In each text (${DEFAULT-VALUE}).")
  private int words;

  @Option(
      names = "--heap",
      defaultValue = "224m",
      description = "Of the process that searches (${DEFAULT-VALUE}).")
  private String heap = "224m";

  @Option(
      names = "--keep",
      description =
          "Build the index in this folder and leave it there; one that is there is searched.")
  private @Nullable Path kept;

  @Mixin private Report report = new Report();

  /// How long one kind of search took, and how much of that it was at work.
  public record Timed(
      String search, double p50Millis, double p99Millis, double cpuP50Millis, double cpuP99Millis) {
    static Timed of(String[] cells) {
      return new Timed(
          String.valueOf(cells[0]),
          millis(cells[1]),
          millis(cells[2]),
          millis(cells[3]),
          millis(cells[4]));
    }

    private static double millis(String micros) {
      return Long.parseLong(micros) / 1000.0;
    }
  }

  /// All figures.
  public record Figures(
      long entries,
      double buildSeconds,
      long indexMegabytes,
      long peakMegabytes,
      List<Timed> timed) {
    public Figures {
      timed = List.copyOf(timed);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (kept != null) return measure(kept);
    try (var folder = Scratch.create()) {
      return measure(folder.path());
    }
  }

  private int measure(Path folder) throws IOException {
    try (var child =
        Child.of(SearchedIndex.class, List.of("-Xmx" + heap), folder, entries, words)) {
      var built = child.read().split("\t", -1);
      var megabytes = megabytes(folder);
      var timed = new ArrayList<Timed>();
      for (var line = child.read(); !line.equals("end"); line = child.read()) {
        Report.progress(line);
        timed.add(Timed.of(line.split("\t", -1)));
      }
      var seconds = Long.parseLong(built[1]) / 1000.0;
      var figures = new Figures(entries, seconds, megabytes, child.usage().peakMegabytes(), timed);
      report.give(figures, table(figures));
      return 0;
    }
  }

  private static long megabytes(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }

  private static Table table(Figures figures) {
    var table = new Table().line("search", "p50 ms", "p99 ms", "CPU p50", "CPU p99");
    for (var one : figures.timed())
      table.line(
          one.search(),
          millis(one.p50Millis()),
          millis(one.p99Millis()),
          millis(one.cpuP50Millis()),
          millis(one.cpuP99Millis()));
    return table
        .line("build, s", millis(figures.buildSeconds()), "", "", "")
        .line("entries / s", millis(figures.entries() / figures.buildSeconds()), "", "", "")
        .line("index, MB", Long.toString(figures.indexMegabytes()), "", "", "")
        .line("peak, MB", Long.toString(figures.peakMegabytes()), "", "", "");
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
