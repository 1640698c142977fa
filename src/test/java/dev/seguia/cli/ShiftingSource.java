package dev.seguia.cli;

import com.sun.net.httpserver.HttpExchange;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A source that shows a few entries only, others after every shift, and heeds validators.
final class ShiftingSource {
  static final int SHOWN = 10;

  private final String name;
  private final URI url;
  private final List<Long> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger first = new AtomicInteger();

  ShiftingSource(TestServer server, String name) {
    this.name = name;
    url = server.on("/" + name, this::answer).url("/" + name);
  }

  URI url() {
    return url;
  }

  /// Shows entries that are all new.
  void shift() {
    first.addAndGet(SHOWN);
  }

  /// Whether all that it shows is among these.
  boolean isAmong(Collection<String> ids) {
    return ids.containsAll(ids(first.get(), first.get() + SHOWN));
  }

  /// The ids of all entries that it has ever shown.
  List<String> shown() {
    return ids(0, first.get() + SHOWN);
  }

  /// The shortest time between two requests.
  Duration shortestPause() {
    return IntStream.range(1, asked.size())
        .mapToObj(at -> Duration.ofNanos(asked.get(at) - asked.get(at - 1)))
        .min(Duration::compareTo)
        .orElseThrow();
  }

  private List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> "tag:" + name + ",2025:" + number).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(System.nanoTime());
    var from = first.get();
    var validator = "\"" + from + "\"";
    exchange.getResponseHeaders().set("ETag", validator);
    exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
    if (validator.equals(exchange.getRequestHeaders().getFirst("If-None-Match")))
      TestServer.answer(exchange, 304, new byte[0]);
    else TestServer.answer(exchange, 200, document(from).getBytes(StandardCharsets.UTF_8));
  }

  private String document(int from) {
    return IntStream.range(from, from + SHOWN)
        .mapToObj(number ->
            """
            <item><title>Entry %2$d of %1$s</title><guid isPermaLink='false'>tag:%1$s,2025:%2$d</guid>
            <link>https://%1$s.example/news/%2$d</link><description>What there is to say.</description></item>
            """
                .formatted(name, number))
        .collect(
            Collectors.joining(
                "",
                "<rss version='2.0'><channel><title>%s</title>".formatted(name),
                "</channel></rss>"));
  }
}
