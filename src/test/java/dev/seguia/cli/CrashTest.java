package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.daemon.DaemonFile;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The real program, killed again and again in the midst of its work. Every source shows but its
/// newest few entries, and shows newer ones only once those have been published: what a crash
/// loses, or takes for known, is missing for good.
@Timeout(600)
final class CrashTest {
  private static final int SOURCES = 4;
  private static final int KILLS = 20;
  private static final int MANY = 100_000;
  private static final Duration INTERVAL = Duration.ofSeconds(4);

  @TempDir private Path folder;

  private final TestServer server = new TestServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch never = new CountDownLatch(1);
  private final List<ShiftingSource> sources =
      IntStream.range(0, SOURCES).mapToObj(at -> new ShiftingSource(server, "s" + at)).toList();

  /// Dates by id, in the order in which they were last published.
  private final Map<String, String> seen = new LinkedHashMap<>();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void losesDoublesAndMovesNothingInTwentyKills() throws Exception {
    place()
        .settings(
            List.of(
                Installation.USUAL.get(0),
                Installation.USUAL.get(1),
                "polling: {min-interval: 4s, max-interval: 4s, new-per-second: 100, per-host: 8}",
                "feeds: {max-size: 5000}"));
    place().sources(sources.stream().map(ShiftingSource::url).toArray(URI[]::new));
    for (var kill = 0; kill < KILLS; kill++) {
      if (kill % 5 == 4) killAtTheStart(kill);
      else killAmidTheWork(kill);
    }
    checkAtTheEnd();
    for (var source : sources)
      assertThat(source.shortestPause())
          .as("between two requests for " + source.url())
          .isGreaterThan(INTERVAL.dividedBy(2));
  }

  /// Kills up to 350 ms after new entries were asked for: before, while and after they are stored.
  private void killAmidTheWork(int kill) throws Exception {
    try (var daemon = DaemonProcess.run(place()).awaitReady()) {
      look();
      sources.stream()
          .filter(source -> source.isAmong(seen.keySet()))
          .forEach(ShiftingSource::shift);
      var requests = server.requests().size();
      await().pollInterval(Duration.ofMillis(2)).until(() -> server.requests().size() > requests);
      pause(50L * (kill % 8));
      look();
      daemon.kill();
      assertThat(daemon.log()).doesNotContain("ERROR");
    }
  }

  private void killAtTheStart(int kill) throws InterruptedException {
    try (var daemon = DaemonProcess.run(place())) {
      pause(100L * kill);
      daemon.kill();
    }
  }

  private void checkAtTheEnd() throws Exception {
    try (var daemon = DaemonProcess.run(place()).awaitReady()) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            look();
            assertThat(sources).allMatch(source -> source.isAmong(seen.keySet()));
          });
      assertThat(daemon.terminate()).isIn(0, 143);
      assertThat(daemon.log()).doesNotContain("ERROR");
    }
    var shown = sources.stream().flatMap(source -> source.shown().stream()).toList();
    try (var stores = place().stores()) {
      assertThat(stores.entries().newest(TagExpression.all(), MANY))
          .extracting(StoredEntry::id)
          .containsExactlyInAnyOrderElementsOf(shown);
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(shown);
    assertThat(shown).hasSizeGreaterThan(SOURCES * ShiftingSource.SHOWN);
  }

  /// What is published now: all that was, with the dates and in the order that it had.
  private void look() throws IOException, InterruptedException {
    var now = published();
    assertThat(now).containsAllEntriesOf(seen);
    assertThat(now.keySet().stream().filter(seen::containsKey))
        .containsExactlyElementsOf(seen.keySet());
    seen.clear();
    seen.putAll(now);
  }

  private Map<String, String> published() throws IOException, InterruptedException {
    var daemon = DaemonFile.in(place().data()).read().orElseThrow();
    var request = HttpRequest.newBuilder(daemon.resolve("/feeds/all.json?limit=5000")).build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, String> dates = new LinkedHashMap<>();
    for (var item : JsonMapper.shared().readTree(answer.body()).get("items"))
      assertThat(dates.put(item.get("id").asString(), item.get("date_published").asString()))
          .as("one entry published twice")
          .isNull();
    return dates;
  }

  private void pause(long millis) throws InterruptedException {
    assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  private Installation place() {
    return new Installation(folder);
  }
}
