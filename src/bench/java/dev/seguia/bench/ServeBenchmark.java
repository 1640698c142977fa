package dev.seguia.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
  private static final String FEED = "/feeds/all.atom";

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

  /// One way to ask.
  private record Case(String name, String headers, int status) {}

  /// What one run of one case gave.
  private record Measured(double perSecond, double cpuMicros, double p50Micros, double p99Micros) {}

  /// What a case gave in all runs.
  public record Served(
      String request, Spread perSecond, Spread cpuMicros, Spread p50Micros, Spread p99Micros) {}

  /// All that was measured.
  public record Result(Conditions conditions, List<Served> served, long peakMegabytes) {
    public Result {
      served = List.copyOf(served);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var conditions = Conditions.now();
    var served = new ArrayList<Served>();
    try (var site = Site.start(feeds, 40);
        var directory = Scratch.create();
        var server = Child.of(ServedStore.class, List.of(), site.base(), feeds, directory.path())) {
      var port = Integer.parseInt(server.read());
      for (var one : cases(port)) served.add(served(server, port, one));
      var result = new Result(conditions, served, server.usage().peakMegabytes());
      report.give(result, table(result));
    }
    return 0;
  }

  private static List<Case> cases(int port) throws IOException, InterruptedException {
    return List.of(
        new Case("plain", "", 200),
        new Case("gzip", "Accept-Encoding: gzip\r\n", 200),
        new Case("304", "If-None-Match: " + etag(port) + "\r\n", 304));
  }

  private static String etag(int port) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + FEED)).build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      Report.progress(FEED + " has " + answer.body().length + " bytes");
      return answer.headers().firstValue("ETag").orElseThrow();
    }
  }

  private Served served(Child server, int port, Case one) throws InterruptedException {
    var request = "GET " + FEED + " HTTP/1.1\r\nHost: localhost\r\n" + one.headers() + "\r\n";
    var load = new Load(port, connections, request, one.status());
    load.run(Duration.ofSeconds(seconds));
    var measured = new ArrayList<Measured>();
    for (var run = 0; run < runs; run++) measured.add(measure(server, load));
    return new Served(
        one.name(),
        Spread.of(measured.stream().mapToDouble(Measured::perSecond)),
        Spread.of(measured.stream().mapToDouble(Measured::cpuMicros)),
        Spread.of(measured.stream().mapToDouble(Measured::p50Micros)),
        Spread.of(measured.stream().mapToDouble(Measured::p99Micros)));
  }

  private Measured measure(Child server, Load load) throws InterruptedException {
    var before = server.usage().cpu();
    var times = load.run(Duration.ofSeconds(seconds)).stream().sorted().toList();
    var cpu = server.usage().cpu().minus(before);
    return new Measured(
        times.size() / (double) seconds,
        cpu.toNanos() / 1000.0 / times.size(),
        times.get(times.size() / 2) / 1000.0,
        times.get(times.size() * 99 / 100) / 1000.0);
  }

  private Table table(Result result) {
    Report.progress(
        "%n%s, %d connections, %d runs of %d s: the median (least-most)%n%s%npeak: %d MB%n"
            .formatted(
                FEED, connections, runs, seconds, result.conditions(), result.peakMegabytes()));
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
