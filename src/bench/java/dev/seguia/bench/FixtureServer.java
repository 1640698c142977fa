package dev.seguia.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A web server of made-up feeds on loopback, in a process of its own so that what it costs is not
/// counted. All it sends is made before it is asked for.
///
/// `/feeds/N.xml` is a feed, with an ETag, 304 and gzip; `/opml` lists them all; `/tick?K` adds K
/// new entries to each; `/counters` tells what was sent since the last time.
final class FixtureServer {
  private static final int FOLDERS = 20;

  private final HttpServer server;
  private final List<Fixture> feeds;
  private final AtomicLong whole = new AtomicLong();
  private final AtomicLong notModified = new AtomicLong();
  private volatile List<Fixture.Document> documents = List.of();

  private FixtureServer(int feeds, int entries) throws IOException {
    this.feeds =
        IntStream.range(0, feeds).mapToObj(number -> new Fixture(number, entries)).toList();
    tick(0);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/feeds/", this::feed);
    server.createContext("/opml", exchange -> text(exchange, opml()));
    server.createContext(
        "/tick",
        exchange -> {
          tick(Integer.parseInt(exchange.getRequestURI().getQuery()));
          text(exchange, "ok");
        });
    server.createContext(
        "/counters",
        exchange -> text(exchange, whole.getAndSet(0) + " " + notModified.getAndSet(0)));
  }

  /// Runs until its input ends.
  ///
  /// @param arguments how many feeds, and how many entries in each
  public static void main(String[] arguments) throws IOException {
    var server = new FixtureServer(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    server.server.start();
    System.out.println(server.server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // nothing is said here: the end of the input is the sign to stop
    }
    server.server.stop(0);
    System.exit(0);
  }

  private void tick(int added) {
    feeds.forEach(feed -> feed.add(added));
    documents = feeds.parallelStream().map(Fixture::document).toList();
  }

  private void feed(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().replaceAll("\\D", "");
    var document = documents.get(Integer.parseInt(name));
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", document.etag());
    headers.set("Vary", "Accept-Encoding");
    headers.set("Content-Type", document.contentType());
    if (document.etag().equals(asked(exchange, "If-None-Match"))) {
      notModified.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
      return;
    }
    whole.incrementAndGet();
    var accepted = asked(exchange, "Accept-Encoding");
    var zipped = accepted != null && accepted.contains("gzip");
    if (zipped) headers.set("Content-Encoding", "gzip");
    send(exchange, zipped ? document.gzip() : document.plain());
  }

  private static @Nullable String asked(HttpExchange exchange, String header) {
    return exchange.getRequestHeaders().getFirst(header);
  }

  private static void text(HttpExchange exchange, String text) throws IOException {
    send(exchange, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String opml() {
    return IntStream.range(0, FOLDERS)
        .mapToObj(this::folder)
        .collect(
            Collectors.joining(
                "\n",
                "<opml version=\"2.0\"><head><title>bench</title></head><body>\n",
                "\n</body></opml>\n"));
  }

  private String folder(int folder) {
    return IntStream.range(0, feeds.size())
        .filter(number -> number % FOLDERS == folder)
        .mapToObj(number ->
            "<outline text=\"Journal %d\" xmlUrl=\"http://127.0.0.1:%d/feeds/%1$d.xml\"/>"
                .formatted(number, server.getAddress().getPort()))
        .collect(
            Collectors.joining(
                "\n", "<outline text=\"dossier " + folder + "\">\n", "\n</outline>"));
  }
}
