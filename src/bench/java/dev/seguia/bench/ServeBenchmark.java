package dev.seguia.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A merged feed of 50 entries, asked for by readers that keep their connections: whole,
/// compressed, and unchanged.
@Command(name = "serve", description = "Requests per second, and CPU time per request.")
final class ServeBenchmark implements Callable<Integer> {
  @Option(
      names = "--feeds",
      defaultValue = "100",
      description = "Sources of 40 entries in the store (${DEFAULT-VALUE}).")
  private int feeds;

  @Option(names = "--connections", defaultValue = "16", description = "(${DEFAULT-VALUE})")
  private int connections;

  @Option(names = "--seconds", defaultValue = "5", description = "Of each case (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--runs", defaultValue = "3", description = "Of each case (${DEFAULT-VALUE}).")
  private int runs;

  @Mixin private Report report = new Report();

  /// What one way to request the feed gave in all runs.
  public record Runs(
      String request, Spread perSecond, Spread cpuMicros, Spread p50Micros, Spread p99Micros) {}

  /// All that was measured.
  public record Result(Conditions conditions, List<Runs> served, long peakMegabytes) {
    public Result {
      served = List.copyOf(served);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var conditions = Conditions.now();
    var served = new ArrayList<Runs>();
    try (var site = Site.start(feeds, 40);
        var directory = Scratch.create();
        var server = Child.of(ServedStore.class, List.of(), site.base(), feeds, directory.path())) {
      var port = Integer.parseInt(server.read());
      for (var request : FeedRequest.all(port)) served.add(runs(server, port, request));
      var result = new Result(conditions, served, server.usage().peakMegabytes());
      report.give(result, table(result));
    }
    return 0;
  }

  private Runs runs(Child server, int port, FeedRequest request) throws InterruptedException {
    var load = request.load(port, connections);
    var time = Duration.ofSeconds(seconds);
    load.run(time);
    var measured = new ArrayList<FeedRequest.Served>();
    for (var run = 0; run < runs; run++) measured.add(request.measure(server, load, time));
    return new Runs(
        request.name(),
        Spread.of(measured.stream().mapToDouble(FeedRequest.Served::perSecond)),
        Spread.of(measured.stream().mapToDouble(FeedRequest.Served::cpuMicros)),
        Spread.of(measured.stream().mapToDouble(FeedRequest.Served::p50Micros)),
        Spread.of(measured.stream().mapToDouble(FeedRequest.Served::p99Micros)));
  }

  private Table table(Result result) {
    Report.progress(
        "%n%s, %d connections, %d runs of %d s: the median (least-most)%n%s%npeak: %d MB%n"
            .formatted(
                FeedRequest.FEED,
                connections,
                runs,
                seconds,
                result.conditions(),
                result.peakMegabytes()));
    var table =
        new Table()
            .line("answer", "requests / s", "CPU \u00b5s each", "p50 \u00b5s", "p99 \u00b5s");
    for (var one : result.served())
      table.line(
          one.request().toLowerCase(Locale.ROOT),
          one.perSecond().text(0),
          one.cpuMicros().text(1),
          one.p50Micros().text(0),
          one.p99Micros().text(0));
    return table;
  }
}
