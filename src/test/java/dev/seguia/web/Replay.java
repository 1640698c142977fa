package dev.seguia.web;

import dev.seguia.feed.FeedFormat;
import dev.seguia.poll.PollWorld;
import dev.seguia.poll.Snapshots;
import dev.seguia.publish.Publisher;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.session.WriteSession;
import dev.seguia.testing.Corpus;
import dev.seguia.testing.TestServer;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Real feeds, polled as they were found over days, and a web server that publishes what came in.
final class Replay implements AutoCloseable {
  private static final BaseUrl BASE = BaseUrl.of("https://seguia.example");
  private static final int ALL = 100_000;

  final PollWorld world = new PollWorld();
  private final Map<String, Snapshots> archives = new LinkedHashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer web;

  private record Step(String archive, Snapshots.Snapshot snapshot) {}

  Replay(String archive) throws IOException, InterruptedException {
    this(Map.of(archive, UnaryOperator.identity()), archive);
  }

  /// @param feeds by the path at which each lies, what is different in it from the archive
  Replay(Map<String, UnaryOperator<String>> feeds, String archive)
      throws IOException, InterruptedException {
    var snapshots = Snapshots.read(Corpus.path("timeseries/" + archive + ".tar.gz"));
    new TreeMap<>(feeds).forEach((path, change) -> archives.put(path, changed(snapshots, change)));
    poll();
    web = web(world.entries);
  }

  private static Snapshots changed(Snapshots snapshots, UnaryOperator<String> change) {
    var all = snapshots.all().stream().map(one -> changed(one, change)).toList();
    return new Snapshots(all, snapshots.edits());
  }

  private static Snapshots.Snapshot changed(Snapshots.Snapshot one, UnaryOperator<String> change) {
    var body = change.apply(new String(one.body(), StandardCharsets.UTF_8));
    return new Snapshots.Snapshot(
        one.fetchedAt(), body.getBytes(StandardCharsets.UTF_8), one.newIds());
  }

  /// Polls what was last served once more, as if it were new.
  void pollAgain() throws InterruptedException {
    for (var source : sources.values()) {
      var name = source.url().getPath().substring(1);
      served.computeIfPresent(name, (_, body) -> withBlank(body));
      world.clock.advance(Duration.ofHours(1));
      world.poll(source);
    }
  }

  private static byte[] withBlank(byte[] body) {
    return (new String(body, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void poll() throws InterruptedException {
    for (var name : archives.keySet()) sources.put(name, serve(name));
    world.sources.list(List.copyOf(sources.values()));
    for (var step : steps()) {
      served.put(step.archive, step.snapshot.body());
      world.clock.set(step.snapshot.fetchedAt());
      world.poll(Objects.requireNonNull(sources.get(step.archive)));
    }
  }

  private List<Step> steps() {
    return archives.entrySet().stream()
        .flatMap(archive ->
            archive.getValue().all().stream().map(snapshot -> new Step(archive.getKey(), snapshot)))
        .sorted(Comparator.comparing(step -> step.snapshot.fetchedAt()))
        .toList();
  }

  private Source serve(String name) {
    world.server.on(
        "/" + name,
        exchange -> {
          var body = served.getOrDefault(name, new byte[0]);
          var etag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
          exchange.getResponseHeaders().set("ETag", etag);
          exchange.getResponseHeaders().set("Content-Type", "application/xml");
          var same = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          TestServer.answer(exchange, same ? 304 : 200, same ? new byte[0] : body);
        });
    return world.sourceAt("/" + name, "BBC", name);
  }

  private static WebServer web(EntryStore entries) {
    var settings = TestSettings.of("feeds.max-size=" + ALL).feeds();
    var web =
        new WebServer(
            TestSettings.http(BASE),
            new Publisher(entries, settings, BASE),
            Findings.none(),
            () -> true,
            List.of());
    web.start();
    return web;
  }

  /// Serves from the store alone, as after a restart: nothing that was built before is kept.
  void restart() {
    web.close();
    web = web(new EntryStore(world.database, new WriteSession(world.database)));
  }

  /// The feed of all entries there are.
  HttpResponse<byte[]> all(FeedFormat format, String... headers)
      throws IOException, InterruptedException {
    return send("GET", format, headers);
  }

  HttpResponse<byte[]> head(FeedFormat format) throws IOException, InterruptedException {
    return send("HEAD", format);
  }

  private HttpResponse<byte[]> send(String method, FeedFormat format, String... headers)
      throws IOException, InterruptedException {
    var url =
        "http://127.0.0.1:" + web.port() + "/feeds/all." + format.extension() + "?limit=" + ALL;
    var request = HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.noBody());
    if (headers.length > 0) request.headers(headers);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    client.close();
    web.close();
    world.close();
  }
}
