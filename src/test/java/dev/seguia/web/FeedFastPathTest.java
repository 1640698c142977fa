package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A request that is answered at once gets what it would get otherwise.
final class FeedFastPathTest {
  private static final Source JOURNAL = StoreWorld.source("https://journal.example/rss", "Maroc");
  private static final String FEED = "/feeds/maroc.atom";

  private final ServerWorld world = new ServerWorld(ClientLimits.defaults());

  @BeforeEach
  void fill() {
    world.store.sources.list(List.of(JOURNAL));
    world.store.poll(JOURNAL, item("a"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Item item(String name) {
    var link = "https://journal.example/" + name;
    return Item.of(link, link, "Titre " + name).published("2025-11-14T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y",
        "Accept: application/atom+xml",
        "Accept: TEXT/HTML",
        "Accept: text/html\r\nSec-Fetch-Dest: image",
        "Accept-Encoding: gzip",
        "Accept-Encoding: gzip;q=0",
        "Accept-Encoding: br\r\nAccept-Encoding: gzip",
        "If-None-Match: *",
        "If-None-Match: \"x\"",
        "If-None-Match: \"x\"\r\nIf-None-Match: *",
        "If-Modified-Since: Sun, 06 Nov 2044 08:49:37 GMT",
        "If-Modified-Since: Sun, 06 Nov 1904 08:49:37 GMT",
        "If-None-Match: \"x\"\r\nIf-Modified-Since: Sun, 06 Nov 2044 08:49:37 GMT",
        "Content-Length: 1\r\n\r\nx"
      })
  void theSecondResponseIsTheFirst(String headers) {
    for (var method : List.of("GET", "HEAD")) {
      var target = FEED + "?limit=" + method.length();
      var first = exchange(method, target, headers);
      assertThat(first).startsWith("HTTP/1.1 ");
      assertThat(exchange(method, target, headers)).isEqualTo(first);
    }
  }

  @Test
  void aChangeShowsAtOnce() {
    assertThat(exchange("GET", FEED, "X: y")).contains("Titre a").doesNotContain("Titre b");
    world.store.poll(JOURNAL, item("a"), item("b"));
    var second = exchange("GET", FEED, "X: y");
    assertThat(second).contains("Titre a", "Titre b");
    assertThat(exchange("GET", FEED, "X: y")).isEqualTo(second);
  }

  @Test
  void manyRequestsInOneGoAreAnsweredInTheirOrder() {
    var requests = new StringBuilder();
    for (var at = 0; at < 500; at++)
      requests
          .append(at % 3 == 0 ? "HEAD " : "GET ")
          .append(FEED)
          .append(" HTTP/1.1\r\nHost: x\r\n\r\n");
    requests.append("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    var responses = world.exchange(requests.toString());
    assertThat(responses.split("HTTP/1.1 200 OK", -1)).hasSize(502);
    assertThat(responses).endsWith("alive\n");
  }

  /// A reverse proxy keeps its connections, and most that it forwards to us is answered with 304:
  /// feeds by the thread that read the request, others by one of their own.
  @Test
  void everyRequestOfAKeptConnectionIsAnswered() throws IOException {
    var requests = List.of(notModified(FEED), notModified("/feeds.opml"), notModified("/healthz"));
    var clients = new EagerClients(world.server.port(), requests);
    assertThat(clients.unanswered(64, 1_000)).isZero();
  }

  private static String notModified(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n";
  }

  /// A length of 304 would be that of the document that is not sent (RFC 9110 section 8.6).
  @Test
  void notModifiedHasNoLength() {
    for (var time = 0; time < 2; time++)
      assertThat(exchange("GET", FEED, "If-None-Match: *"))
          .startsWith("HTTP/1.1 304 ")
          .doesNotContainIgnoringCase("Content-Length");
  }

  @Test
  void remembersNoMoreTargetsThanItMay() {
    var fastPath = new FeedFastPath(List.of());
    for (var at = 0; at < 2 * FeedFastPath.MOST_TARGETS; at++)
      fastPath.add(FEED + "?limit=" + at, Optional::empty);
    fastPath.add(FEED + "?" + "x".repeat(10_000), Optional::empty);
    assertThat(fastPath.targets()).isEqualTo(FeedFastPath.MOST_TARGETS);
  }

  /// What comes back, but for the date.
  private String exchange(String method, String target, String headers) {
    var request =
        "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n\r\n"
            .formatted(method, target, headers);
    return world.exchange(request).replaceFirst("\r\nDate: [^\r]*", "");
  }
}
