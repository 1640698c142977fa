package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.daemon.DaemonFile;
import dev.seguia.poll.Nasty;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program in the little memory that its launcher gives it, among sources that want all of it.
final class BombFeedsTest {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int ROUNDS = 3;
  private static final int SIGTERM = 128 + 15;
  private static final List<String> OFTEN =
      List.of(
          "http: {port: 0}",
          "fetch: {allow-addresses: [127.0.0.0/8]}",
          "polling: {min-interval: 2s, max-interval: 2s, new-per-second: 100, per-host: 64}");

  @Test
  void aGoodFeedIsServedBesideTwentyBombsAtOnce(@TempDir Path folder) throws Exception {
    try (var server = new TestServer()) {
      var bombs = serveBombs(server);
      var good = server.serve("/good", "application/rss+xml", rss(3)).url("/good");
      var place = new Installation(folder);
      place.settings(OFTEN);
      place.sources(Stream.concat(bombs.stream(), Stream.of(good)).toArray(URI[]::new));
      try (var daemon = DaemonProcess.run(place).awaitReady()) {
        for (var round = 1; round <= ROUNDS; round++) {
          server.serve("/good", "application/rss+xml", rss(3 + round));
          var newest = "Entry " + (3 + round) + " of good";
          var polls = round;
          awaitAlive(daemon, () -> feed(place, good).contains(newest));
          awaitAlive(daemon, () -> bombs.stream().allMatch(url -> polls(server, url) >= polls));
        }
        assertThat(feed(place, good)).contains("Entry 1 of good", "Entry 6 of good");
        assertThat(daemon.terminate()).isIn(0, SIGTERM);
        assertThat(daemon.log()).doesNotContain("OutOfMemoryError");
      }
    }
  }

  private static void awaitAlive(
      DaemonProcess daemon, java.util.concurrent.Callable<Boolean> condition) {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          assertThat(daemon.isAlive()).as(daemon::log).isTrue();
          return condition.call();
        });
  }

  private static byte[] rss(int entries) {
    return Installation.rss("good", entries).getBytes(StandardCharsets.UTF_8);
  }

  private static long polls(TestServer server, URI url) {
    return server.requests().stream()
        .filter(request -> request.path().equals(url.getPath()))
        .count();
  }

  private static String feed(Installation place, URI source) {
    var address = "/sources/" + Source.idOf(source) + ".atom";
    return DaemonFile.in(place.data())
        .read()
        .map(daemon -> text(daemon.resolve(address)))
        .orElse("");
  }

  private static String text(URI address) {
    try (InputStream body = address.toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notYet) {
      return "";
    }
  }

  /// Eighteen documents that cost as much as they can, and two that are all packing.
  private static List<URI> serveBombs(TestServer server) throws IOException {
    var urls = new ArrayList<URI>();
    var pairs = Stream.of(Nasty.values()).gather(Gatherers.windowFixed(2));
    for (var nasty : pairs.map(List::getFirst).limit(18).toList())
      urls.add(serve(server, "/" + nasty, pack(nasty.bytes(), 1)));
    urls.add(serve(server, "/zeros", pack(new byte[1 << 20], 1_000)));
    urls.add(
        serve(
            server, "/blanks", pack("<rss>".repeat(1 << 16).getBytes(StandardCharsets.UTF_8), 30)));
    return urls;
  }

  private static URI serve(TestServer server, String path, byte[] packed) {
    server.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.getResponseHeaders().set("Content-Type", "application/xml");
          TestServer.answer(exchange, 200, packed);
        });
    return server.url(path);
  }

  private static byte[] pack(byte[] unit, int times) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (var i = 0; i < times; i++) gzip.write(unit);
    }
    return bytes.toByteArray();
  }
}
