package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.admin.SourceReport;
import dev.seguia.config.Config;
import dev.seguia.config.ConfigFile;
import dev.seguia.daemon.Daemon;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.testing.Newsboat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A feed reader of others subscribes to a running daemon.
@Timeout(120)
final class FeedReaderTest {
  private static final EntryQuery EVERYTHING =
      new EntryQuery(TagExpression.all(), Optional.empty(), Optional.empty(), Optional.empty());

  @TempDir Path data;
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss"})
  void newsboatShowsEveryEntryOfTheDemonstration(String extension) throws Exception {
    var newsboat = Newsboat.in(home);
    var config = config();
    var demo = new Demo(Instant.now());
    var sources = demo.sources(config);
    try (var daemon = new Daemon(config, sources, data, demo.routes(), InstantSource.system())) {
      daemon.start();
      var url = URI.create("http://127.0.0.1:" + daemon.port());
      var entries = entriesOnceAllArePolled(url);
      assertThat(newsboat.articlesOf(url.resolve("/feeds/all." + extension))).isEqualTo(entries);
    }
  }

  /// Each article once, however many sources carry it.
  private static int entriesOnceAllArePolled(URI daemon) {
    try (var client = new DaemonClient(daemon, Optional.empty())) {
      List<SourceReport> reports;
      do {
        reports = client.sources();
      } while (reports.stream().anyMatch(report -> report.lastSuccess().isEmpty()));
      return client.entries(EVERYTHING).entries().size();
    }
  }

  private static Config config() throws IOException {
    var settings = new ArrayList<>(Demo.SETTINGS);
    settings.add("http.port=" + freePort());
    settings.add("polling.new-per-second=100");
    var read = ConfigFile.read(ConfigFile.DEFAULT, Map.of(), settings);
    return SetupFaults.config(read).orElseThrow();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
