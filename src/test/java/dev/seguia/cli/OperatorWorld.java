package dev.seguia.cli;

import static org.awaitility.Awaitility.await;

import dev.seguia.daemon.Daemon;
import dev.seguia.source.Source;
import dev.seguia.testing.TestClock;
import dev.seguia.testing.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A daemon with two sources, which print the same article, and visitors.
final class OperatorWorld implements AutoCloseable {
  static final String TOKEN = "geheim-ž";
  static final String TITLE = "Le barrage de Bin El Ouidane est plein pour la première fois";
  static final Duration SOON = Duration.ofSeconds(20);

  final TestServer server = new TestServer();
  final Installation place;
  private final List<Visitor> visitors = new ArrayList<>();
  private final InstantSource time;
  Daemon daemon;

  /// One whose clock is moved by hand.
  OperatorWorld(Path folder, String... settings) {
    this(folder, TestClock.standing(), settings);
  }

  /// @param time of the daemon
  OperatorWorld(Path folder, InstantSource time, String... settings) {
    this.time = time;
    place = new Installation(folder);
    server.serve("/one", "application/rss+xml", rss("one", TITLE));
    server.serve("/two", "application/rss+xml", rss("two", TITLE + " - Le Journal"));
    settings(settings);
    place.sources(server.url("/one"), server.url("/two"));
    daemon = start();
    awaitPolls("/one", 1);
    awaitPolls("/two", 1);
  }

  static OperatorWorld withToken(Path folder) {
    return new OperatorWorld(folder, "http: {port: 0, token: '" + TOKEN + "'}");
  }

  /// The usual settings, but for those whose section is given anew.
  void settings(String... lines) {
    var given = List.of(lines);
    var usual =
        Installation.USUAL.stream()
            .filter(
                line -> given.stream().noneMatch(other -> section(other).equals(section(line))));
    place.settings(Stream.concat(usual, given.stream()).toList());
  }

  private static String section(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  static String rss(String name, String title) {
    return """
    <rss version='2.0'><channel><title>%1$s</title><link>https://%1$s.example/</link>
    <item><title>%2$s</title><guid isPermaLink='false'>tag:%1$s,2025:1</guid>
    <link>https://%1$s.example/1</link><pubDate>Fri, 14 Nov 2025 08:00:00 GMT</pubDate></item>
    </channel></rss>
    """
        .formatted(name, title);
  }

  private Daemon start() {
    var started =
        new Daemon(
            place.readConfig(),
            place.options().readSources().sources(),
            place.data(),
            List.of(),
            time);
    started.start();
    return started;
  }

  void advance(Duration step) {
    ((TestClock) time).advance(step);
  }

  void restart() {
    daemon.close();
    daemon = start();
  }

  void applySources(String... paths) {
    place.sources(List.of(paths).stream().map(server::url).toArray(URI[]::new));
    daemon.apply(place.options().readSources().sources());
  }

  long polls(String path) {
    return server.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  void awaitPolls(String path, long count) {
    await().atMost(SOON).until(() -> polls(path) >= count);
  }

  /// Until what the source brought is stored, too.
  void awaitEntry(String name) {
    await()
        .atMost(SOON)
        .until(() -> visitor().open("/sources/" + id("/" + name)).body().contains("/entries/"));
  }

  String id(String path) {
    return Source.idOf(server.url(path));
  }

  String sourcePage(String path) {
    return "/sources/" + id(path);
  }

  Visitor visitor(String... headers) {
    var visitor = new Visitor(URI.create("http://localhost:" + daemon.port()), headers);
    visitors.add(visitor);
    return visitor;
  }

  /// One who has named the token.
  Visitor loggedIn() {
    var visitor = visitor();
    visitor.submit("login", java.util.Map.of("token", TOKEN));
    visitor.open("/sources");
    return visitor;
  }

  @Override
  public void close() {
    visitors.forEach(Visitor::close);
    daemon.close();
    server.close();
  }
}
