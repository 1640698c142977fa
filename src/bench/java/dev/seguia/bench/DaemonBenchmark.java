package dev.seguia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The same ingest by the whole daemon, as users run it: its start, its schedule, its web server
/// and its log are counted too. A check on the figures of [IngestBenchmark].
@Command(
    name = "daemon",
    description = "The packaged program polls a site of made-up feeds on its own schedule.")
final class DaemonBenchmark implements Callable<Integer> {
  private static final Path JAR = Path.of("target", "seguia.jar");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

  /// Less than this between two looks is the daemon doing nothing.
  private static final Duration IDLE = Duration.ofMillis(40);

  @Option(names = "--feeds", defaultValue = "500", description = "How many (${DEFAULT-VALUE}).")
  private int feeds;

  @Option(names = "--entries", defaultValue = "40", description = "In each (${DEFAULT-VALUE}).")
  private int entries;

  @Option(names = "--new", defaultValue = "2", description = "In each, later (${DEFAULT-VALUE}).")
  private int added;

  @Option(
      names = "--interval",
      defaultValue = "60s",
      description = "Between two polls of a source (${DEFAULT-VALUE}).")
  private String interval = "60s";

  @Mixin private Report report = new Report();

  /// A round as it is seen from outside.
  public record Seen(
      String round,
      int whole,
      int notModified,
      double cpuSeconds,
      double wallSeconds,
      long peakMegabytes) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var seen = new ArrayList<Seen>();
    try (var site = Site.start(feeds, entries);
        var directory = Scratch.create();
        var daemon =
            Child.ofProgram(
                JAR, arguments(site, directory.path()), directory.path().resolve("log"))) {
      seen.add(round("start and cold", site, daemon, Duration.ZERO));
      seen.add(round("unchanged", site, daemon, daemon.usage().cpu()));
      site.tick(added);
      seen.add(round("+" + added + " each", site, daemon, daemon.usage().cpu()));
    }
    report.give(seen, table(seen));
    return 0;
  }

  private List<String> arguments(Site site, Path directory)
      throws IOException, InterruptedException {
    var opml = Files.writeString(directory.resolve("feeds.opml"), site.get("/opml"));
    return List.of(
        "run",
        "--port=0",
        "--opml=" + opml,
        "--data=" + directory,
        "--set=polling.min-interval=" + interval,
        "--set=polling.max-interval=" + interval,
        "--set=polling.new-per-second=1000",
        "--set=polling.per-host=32",
        "--set=fetch.allow-addresses=[127.0.0.0/8]");
  }

  /// Waits until every source was asked once and the daemon is quiet.
  private Seen round(String name, Site site, Child daemon, Duration cpuBefore)
      throws InterruptedException {
    var start = System.nanoTime();
    var whole = 0;
    var notModified = 0;
    var last = daemon.usage().cpu();
    var quietSince = System.nanoTime();
    while (whole + notModified < feeds || since(quietSince).compareTo(QUIET) < 0) {
      if (since(start).compareTo(LONGEST_ROUND) > 0)
        throw new IllegalStateException(
            "only %d of %d sources were polled".formatted(whole + notModified, feeds));
      Thread.sleep(BETWEEN_LOOKS);
      var counters = site.counters();
      whole += counters.whole();
      notModified += counters.notModified();
      var cpu = daemon.usage().cpu();
      if (cpu.minus(last).compareTo(IDLE) > 0) quietSince = System.nanoTime();
      last = cpu;
    }
    var seen =
        new Seen(
            name,
            whole,
            notModified,
            seconds(last.minus(cpuBefore)),
            seconds(since(start)),
            daemon.usage().peakMegabytes());
    Report.progress(seen.toString());
    return seen;
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Table table(List<Seen> seen) {
    var table = new Table().line("round", "200", "304", "CPU s", "wall s", "peak MB");
    for (var round : seen)
      table.line(
          round.round(),
          Integer.toString(round.whole()),
          Integer.toString(round.notModified()),
          Double.toString(round.cpuSeconds()),
          Double.toString(round.wallSeconds()),
          Long.toString(round.peakMegabytes()));
    return table;
  }
}
