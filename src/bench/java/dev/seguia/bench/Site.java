package dev.seguia.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// The running [FixtureServer].
///
/// @param base its URL
/// @param feeds how many it has
record Site(Child server, String base, int feeds, HttpClient http) implements AutoCloseable {
  static Site start(int feeds, int entries) {
    var server = Child.of(FixtureServer.class, List.of("-Xmx1g"), feeds, entries);
    var base = "http://127.0.0.1:" + server.read();
    return new Site(server, base, feeds, HttpClient.newHttpClient());
  }

  /// What it sent since it was last asked.
  record Counters(int whole, int notModified) {}

  void tick(int added) throws InterruptedException {
    get("/tick?" + added);
  }

  Counters counters() throws InterruptedException {
    var numbers = get("/counters").split(" ", 2);
    return new Counters(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  String get(String path) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(base + path)).build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
