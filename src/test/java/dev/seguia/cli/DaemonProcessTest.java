package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.seguia.daemon.DaemonFile;
import dev.seguia.feed.TagExpression;
import dev.seguia.source.Source;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real program under the signals of the system.
@Timeout(180)
final class DaemonProcessTest {
  private static final int SOURCES = 12;
  private static final int ENTRIES = 300;
  private static final int MANY = 100_000;

  @TempDir private Path folder;

  private final TestServer server = new TestServer();
  private final CountDownLatch ended = new CountDownLatch(1);

  @AfterEach
  void stop() {
    ended.countDown();
    server.close();
  }

  private Installation place() {
    return new Installation(folder);
  }

  @Test
  void endsSoonWhenToldToThoughSourcesHang() throws InterruptedException {
    server.serve("/sound", "application/rss+xml", Installation.rss("sound", 3));
    server.on("/silent", _ -> hold(Duration.ofMinutes(5)));
    server.on(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (!hold(Duration.ofMillis(50))) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
          }
        });
    place().settings();
    place().sources(server.url("/silent"), server.url("/drip"), server.url("/sound"));
    try (var daemon = DaemonProcess.run(place()).awaitReady()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> asked().size() == 3);
      await().atMost(Duration.ofSeconds(20)).until(() -> daemon.log().contains("stored"));
      assertThat(daemon.terminate()).as(daemon.log()).isIn(0, 143);
      assertThat(daemon.log()).contains("stopped").doesNotContain("ERROR").doesNotContain("WARN");
    }
    try (var stores = place().stores()) {
      assertThat(stores.entries().newest(TagExpression.all(), MANY)).hasSize(3);
      for (var path : List.of("/silent", "/drip")) {
        var state = stores.sources().state(Source.idOf(server.url(path)));
        assertThat(state.lastPoll()).isEmpty();
        assertThat(state.failures()).isZero();
      }
    }
    assertThat(DaemonFile.in(place().data()).read()).isEmpty();
  }

  /// Files that were written over with as many bytes, and given their old date, look unchanged.
  @Test
  void readsItsFilesAgainAtSighup() throws Exception {
    assumeFalse(
        isHangUpIgnored(), "SIGHUP is ignored here, as under nohup: the daemon inherits that");
    server.serve("/one", "application/rss+xml", Installation.rss("one", 3));
    server.serve("/two", "application/rss+xml", Installation.rss("two", 3));
    place().settings("feeds: {size: 5}");
    place().sources(server.url("/one"));
    try (var daemon = DaemonProcess.run(place()).awaitReady()) {
      writeUnseen(place().opml(), "/one", "/two");
      writeUnseen(place().config(), "size: 5", "size: 2");
      daemon.signal("HUP");
      await().atMost(Duration.ofSeconds(40)).until(() -> asked().contains("/two"));
      assertThat(daemon.log()).contains("settings applied", "sources applied");
      assertThat(daemon.terminate()).isIn(0, 143);
    }
  }

  /// Whether this process ignores SIGHUP, signal 1, by the mask that Linux tells.
  private static boolean isHangUpIgnored() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) != 0);
  }

  private static void writeUnseen(Path file, String old, String changed) throws IOException {
    var modified = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace(old, changed));
    Files.setLastModifiedTime(file, modified);
  }

  @Test
  void refusesToShareItsDataWithASecondOne() throws InterruptedException {
    server.serve("/one", "application/rss+xml", Installation.rss("one", 3));
    place().settings();
    place().sources(server.url("/one"));
    try (var first = DaemonProcess.run(place()).awaitReady()) {
      var url = DaemonFile.in(place().data()).read();
      try (var second = DaemonProcess.run(place())) {
        assertThat(second.awaitEnd(Duration.ofSeconds(20))).isOne();
        assertThat(second.log().lines())
            .singleElement()
            .asString()
            .contains("seguia.mv.db is in use by another process");
      }
      assertThat(first.isAlive()).isTrue();
      assertThat(DaemonFile.in(place().data()).read()).isEqualTo(url);
      first.awaitReady();
    }
  }

  @Test
  void losesAndDoublesNothingWhenItIsKilledAgainAndAgain() throws InterruptedException {
    var urls = urls();
    place().settings();
    place().sources(urls);
    Map<String, Instant> seen = new HashMap<>();
    for (var round = 1; round <= 5; round++) {
      var polledBefore = polled();
      var requests = server.requests().size();
      var enough = requests + Math.min(round, SOURCES - polledBefore.size());
      try (var daemon = DaemonProcess.run(place())) {
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(40))
            .until(() -> server.requests().size() >= enough || daemon.log().contains("running"));
        daemon.kill();
      }
      assertThat(asked().subList(requests, asked().size())).noneMatch(polledBefore::contains);
      check(seen);
    }
    try (var daemon = DaemonProcess.run(place()).awaitReady()) {
      await().atMost(Duration.ofSeconds(40)).until(() -> isAllStored());
      assertThat(daemon.terminate()).isIn(0, 143);
    }
    check(seen);
    assertThat(seen).hasSize(SOURCES * ENTRIES);
  }

  @Test
  void pausesBetweenTwoRequestsToOneHost() {
    List<Long> times = new CopyOnWriteArrayList<>();
    var feed = Installation.rss("one", 1).getBytes(StandardCharsets.UTF_8);
    for (var path : List.of("/one", "/two", "/three"))
      server.on(
          path,
          exchange -> {
            times.add(System.nanoTime());
            TestServer.answer(exchange, 200, feed);
          });
    place()
        .settings(
            List.of(
                Installation.USUAL.get(0),
                Installation.USUAL.get(1),
                "polling: {new-per-second: 100}"));
    place().sources(server.url("/one"), server.url("/two"), server.url("/three"));
    try (var _ = DaemonProcess.run(place()).awaitReady()) {
      await().atMost(Duration.ofSeconds(60)).until(() -> times.size() == 3);
    }
    for (var at = 1; at < 3; at++)
      assertThat(Duration.ofNanos(times.get(at) - times.get(at - 1)))
          .isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void asksNothingAgainWithinHalfAnIntervalThoughItIsKilledInBetween() throws InterruptedException {
    List<Long> times = new CopyOnWriteArrayList<>();
    var feed = Installation.rss("one", 1).getBytes(StandardCharsets.UTF_8);
    server.on(
        "/one",
        exchange -> {
          times.add(System.nanoTime());
          if (times.size() == 2) hold(Duration.ofMinutes(1));
          TestServer.answer(exchange, 200, feed);
        });
    var polling = "polling: {min-interval: 16s, max-interval: 16s}";
    place().settings(List.of(Installation.USUAL.get(0), Installation.USUAL.get(1), polling));
    place().sources(server.url("/one"));
    try (var daemon = DaemonProcess.run(place())) {
      await().atMost(Duration.ofSeconds(60)).until(() -> times.size() == 2);
      daemon.kill();
    }
    try (var _ = DaemonProcess.run(place()).awaitReady()) {
      assertThat(times).hasSize(2);
      await().atMost(Duration.ofSeconds(60)).until(() -> times.size() == 3);
    }
    assertThat(Duration.ofNanos(times.get(2) - times.get(1))).isGreaterThan(Duration.ofSeconds(7));
  }

  /// Waits until the test is over, or that long.
  private boolean hold(Duration longest) {
    try {
      return ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private URI[] urls() {
    return IntStream.range(0, SOURCES)
        .mapToObj(number -> {
          var name = "s" + number;
          server.serve("/" + name, "application/rss+xml", Installation.rss(name, ENTRIES));
          return server.url("/" + name);
        })
        .toArray(URI[]::new);
  }

  /// Every entry is there once, whole, and as it was before.
  private void check(Map<String, Instant> seen) {
    try (var stores = place().stores()) {
      var entries = stores.entries().newest(TagExpression.all(), MANY);
      assertThat(entries).extracting(StoredEntry::id).doesNotHaveDuplicates();
      assertThat(entries.size() % ENTRIES).as("polls are stored whole or not at all").isZero();
      var dates =
          entries.stream().collect(Collectors.toMap(StoredEntry::id, StoredEntry::published));
      assertThat(dates).containsAllEntriesOf(seen);
      seen.putAll(dates);
    }
  }

  private Set<String> polled() {
    try (var stores = place().stores()) {
      return stores.sources().statuses().stream()
          .filter(status -> status.state().lastPoll().isPresent())
          .map(status -> status.source().url().getPath())
          .collect(Collectors.toSet());
    }
  }

  private boolean isAllStored() {
    return DaemonFile.in(place().data()).read().stream()
        .allMatch(url -> {
          try (var client = new DaemonClient(url, java.util.Optional.empty())) {
            return client.sources().stream().allMatch(source -> source.entries() == ENTRIES);
          }
        });
  }

  private List<String> asked() {
    return server.requests().stream().map(TestServer.Request::path).toList();
  }
}
