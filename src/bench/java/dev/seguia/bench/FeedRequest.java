package dev.seguia.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// One way to request a merged feed of 50 entries: whole, compressed, or unchanged.
///
/// @param headers of the request beside its host, each with its line end
/// @param status of the response
record FeedRequest(String name, String headers, int status) {
  static final String FEED = "/feeds/all.atom";

  /// What many requests cost the server, and how long they took.
  ///
  /// @param cpuMicros of the server, for each request
  public record Served(
      String request, double perSecond, double cpuMicros, double p50Micros, double p99Micros) {}

  /// All ways to request the feed of the server at that port.
  static List<FeedRequest> all(int port) throws IOException, InterruptedException {
    return List.of(
        new FeedRequest("plain", "", 200),
        new FeedRequest("gzip", "Accept-Encoding: gzip\r\n", 200),
        new FeedRequest("304", "If-None-Match: " + etag(port) + "\r\n", 304));
  }

  private static String etag(int port) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + FEED)).build();
      var response = http.send(request, BodyHandlers.ofByteArray());
      Report.progress(FEED + " has " + response.body().length + " bytes");
      return response.headers().firstValue("ETag").orElseThrow();
    }
  }

  /// Requests the feed again and again.
  Load load(int port, int connections) {
    var request = "GET " + FEED + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    return new Load(port, connections, request, status);
  }

  /// Runs the load for a time.
  Served measure(Child server, Load load, Duration time) throws InterruptedException {
    var before = server.usage().cpu();
    var times = load.run(time).stream().sorted().toList();
    var cpu = server.usage().cpu().minus(before);
    return new Served(
        name,
        times.size() / (double) time.toSeconds(),
        cpu.toNanos() / 1000.0 / times.size(),
        times.get(times.size() / 2) / 1000.0,
        times.get(times.size() * 99 / 100) / 1000.0);
  }

  static Table table(List<Served> served) {
    var table =
        new Table()
            .line("request", "requests / s", "CPU \u00b5s each", "p50 \u00b5s", "p99 \u00b5s");
    for (var one : served)
      table.line(
          one.request(),
          text(one.perSecond(), 0),
          text(one.cpuMicros(), 1),
          text(one.p50Micros(), 0),
          text(one.p99Micros(), 0));
    return table;
  }

  private static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
