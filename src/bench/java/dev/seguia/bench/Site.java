package dev.seguia.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;

/// The running [FixtureServer].
///
/// @param base its URL
record Site(Child server, String base, HttpClient http) implements AutoCloseable {
  private static final int HOSTS = 100;

  /// All feeds at one address.
  static Site start(int feeds, int entries) {
    return start(0, feeds, entries, 0);
  }

  /// Spread over many addresses, so that the daemon can poll feeds side by side.
  ///
  /// @param first the number of the first feed: other numbers are feeds with other entries
  static Site spread(int first, int feeds, int entries) {
    return start(first, feeds, entries, HOSTS);
  }

  private static Site start(Object... arguments) {
    var server = Child.of(FixtureServer.class, List.of("-Xmx1g"), arguments);
    var base = "http://127.0.0.1:" + server.read();
    return new Site(server, base, HttpClient.newHttpClient());
  }

  /// What it sent since it was last reset.
  ///
  /// @param feeds that were asked for at least once
  /// @param whole responses with a document (200)
  /// @param notModified responses without (304)
  record Counters(int feeds, int whole, int notModified) {
    Counters plus(Counters other) {
      return new Counters(
          feeds + other.feeds, whole + other.whole, notModified + other.notModified);
    }
  }

  void tick(int added) throws InterruptedException {
    get("/tick?" + added);
  }

  void reset() throws InterruptedException {
    get("/reset");
  }

  Counters counters() throws InterruptedException {
    var numbers = Arrays.stream(get("/counters").split(" ", 3)).map(Integer::valueOf).toList();
    return new Counters(numbers.get(0), numbers.get(1), numbers.get(2));
  }

  /// Its feeds as outlines in folders, for the body of an OPML file.
  String outlines() throws InterruptedException {
    return get("/outlines");
  }

  private String get(String path) throws InterruptedException {
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
