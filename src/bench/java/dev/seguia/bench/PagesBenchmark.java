package dev.seguia.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Pages of entries, each another one, asked for by readers side by side; beside them a file of
/// about the same size.
@Command(name = "pages", description = "How long readers wait for the page of an entry.")
final class PagesBenchmark implements Callable<Integer> {
  private static final int ENTRIES_OF_A_FEED = 40;

  @Option(
      names = "--entries",
      defaultValue = "100000",
      description = "In the store (${DEFAULT-VALUE}).")
  private int entries;

  @Option(names = "--readers", defaultValue = "50", description = "(${DEFAULT-VALUE})")
  private int readers;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Of each case (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "A directory for the store; a full one from an earlier run is taken as it is.")
  private Optional<Path> keep = Optional.empty();

  @Mixin private Recording recording = new Recording();

  @Mixin private Report report = new Report();

  /// A way of asking.
  ///
  /// @param pause of each reader between two pages
  private record Case(String name, Duration pause, List<String> addresses) {}

  /// What a way of asking gave.
  public record Waited(
      String what, double perSecond, double cpuMillis, double p50Millis, double p99Millis) {}

  /// All that was measured.
  public record Result(Conditions conditions, List<Waited> waited, long peakMegabytes) {
    public Result {
      waited = List.copyOf(waited);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var conditions = Conditions.now();
    var feeds = entries / ENTRIES_OF_A_FEED;
    var waited = new ArrayList<Waited>();
    try (var site = Site.start(feeds, ENTRIES_OF_A_FEED);
        var directory = Scratch.create();
        var server =
            Child.of(
                ServedPages.class,
                recording.options(),
                site.base(),
                feeds,
                keep.orElse(directory.path()))) {
      var port = Integer.parseInt(server.read());
      for (var one : cases(addresses(server))) waited.add(measure(server, port, one));
      var result = new Result(conditions, waited, server.usage().peakMegabytes());
      report.give(result, table(result));
    }
    return 0;
  }

  private static List<String> addresses(Child server) {
    var addresses = new ArrayList<String>();
    for (var line = server.read(); !line.isEmpty(); line = server.read()) addresses.add(line);
    return addresses;
  }

  private static List<Case> cases(List<String> pages) {
    var file = List.of("/static");
    var second = Duration.ofSeconds(1);
    return List.of(
        new Case("warm-up", Duration.ZERO, pages),
        new Case("page, each reader one a second", second, pages),
        new Case("file, each reader one a second", second, file),
        new Case("page, one after the other", Duration.ZERO, pages),
        new Case("file, one after the other", Duration.ZERO, file));
  }

  private Waited measure(Child server, int port, Case one) throws InterruptedException {
    var before = server.usage().cpu();
    var load = new PageLoad(port, readers, one.pause(), one.addresses());
    var times = load.run(Duration.ofSeconds(seconds)).stream().sorted().toList();
    var cpu = server.usage().cpu().minus(before);
    return new Waited(
        one.name(),
        times.size() / (double) seconds,
        cpu.toNanos() / 1e6 / times.size(),
        times.get(times.size() / 2) / 1e6,
        times.get(times.size() * 99 / 100) / 1e6);
  }

  private Table table(Result result) {
    Report.progress(
        "%n%d readers, %d entries, %d s each%n%s%npeak: %d MB%n"
            .formatted(readers, entries, seconds, result.conditions(), result.peakMegabytes()));
    var table = new Table().line("what", "a second", "CPU ms each", "p50 ms", "p99 ms");
    for (var one : result.waited())
      table.line(
          one.what(),
          text(one.perSecond()),
          text(one.cpuMillis()),
          text(one.p50Millis()),
          text(one.p99Millis()));
    return table;
  }

  private static String text(double value) {
    return String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
