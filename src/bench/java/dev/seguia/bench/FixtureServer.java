package dev.seguia.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A web server of made-up feeds on loopback, in a process of its own so that what it costs is not
/// counted. All it sends is made before it is asked for.
///
/// `/feeds/N.xml` is a feed, with an ETag, 304 and gzip; `/outlines` lists them all for an OPML
/// file; `/tick?K` adds K new entries to each; `/counters` tells what was sent since `/reset`.
///
/// The feeds can be spread over several loopback addresses, since the daemon sends one request at a
/// time to one host. Each address serves all feeds.
final class FixtureServer {
  private static final int FOLDERS = 20;

  private final HttpServer server;
  private final List<HttpServer> hosts = new ArrayList<>();
  private final List<Fixture> feeds;
  private final AtomicLong whole = new AtomicLong();
  private final AtomicLong notModified = new AtomicLong();
  private final Set<Integer> polled = ConcurrentHashMap.newKeySet();
  private volatile List<Fixture.Document> documents = List.of();

  private FixtureServer(int first, int feeds, int entries, int hosts) throws IOException {
    this.feeds =
        IntStream.range(first, first + feeds)
            .mapToObj(number -> new Fixture(number, entries))
            .toList();
    tick(0);
    server = listen(InetAddress.getLoopbackAddress(), 0);
    for (var host = 1; host <= hosts; host++)
      this.hosts.add(listen(InetAddress.getByName("127.0.1." + host), port()));
    server.createContext("/outlines", exchange -> text(exchange, outlines()));
    server.createContext(
        "/tick",
        exchange -> {
          tick(Integer.parseInt(exchange.getRequestURI().getQuery()));
          text(exchange, "ok");
        });
    server.createContext(
        "/counters", exchange -> text(exchange, polled.size() + " " + whole + " " + notModified));
    server.createContext(
        "/reset",
        exchange -> {
          whole.set(0);
          notModified.set(0);
          polled.clear();
          text(exchange, "ok");
        });
  }

  private HttpServer listen(InetAddress address, int port) throws IOException {
    var listening = HttpServer.create(new InetSocketAddress(address, port), 1024);
    listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    listening.createContext("/feeds/", this::feed);
    return listening;
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /// Runs until its input ends.
  ///
  /// @param arguments the number of the first feed, how many feeds, how many entries in each, and
  ///   over how many addresses beside 127.0.0.1 they are spread
  public static void main(String[] arguments) throws IOException {
    var numbers = Arrays.stream(arguments).map(Integer::valueOf).toList();
    var server = new FixtureServer(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    server.server.start();
    server.hosts.forEach(HttpServer::start);
    System.out.println(server.port());
    while (System.in.read() >= 0) {
      // nothing is said here: the end of the input is the sign to stop
    }
    System.exit(0);
  }

  private void tick(int added) {
    feeds.forEach(feed -> feed.add(added));
    documents = feeds.parallelStream().map(Fixture::document).toList();
  }

  private void feed(HttpExchange exchange) throws IOException {
    var number = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
    var document = documents.get(number);
    polled.add(number);
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

  private String outlines() {
    return IntStream.range(0, FOLDERS).mapToObj(this::folder).collect(Collectors.joining("\n"));
  }

  private String folder(int folder) {
    return IntStream.range(0, feeds.size())
        .filter(number -> number % FOLDERS == folder)
        .mapToObj(number ->
            "<outline text=\"Journal %d\" xmlUrl=\"http://%s:%d/feeds/%1$d.xml\"/>"
                .formatted(number, host(number), port()))
        .collect(
            Collectors.joining(
                "\n", "<outline text=\"dossier " + folder + "\">\n", "\n</outline>"));
  }

  private String host(int number) {
    return hosts.isEmpty() ? "127.0.0.1" : "127.0.1." + (number % hosts.size() + 1);
  }
}
