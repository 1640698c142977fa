package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seguia.daemon.Daemon;
import dev.seguia.lists.ListStore;
import dev.seguia.store.state.SourceCondition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Files as container platforms mount them: links into a directory that is a link itself, which is
/// turned to another directory at each change. No file is written over.
@Timeout(60)
final class MountedFilesTest {
  private static final Duration SOON = Duration.ofSeconds(6);

  @TempDir private Path folder;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger reload = (Logger) LoggerFactory.getLogger(Reload.class);

  @BeforeEach
  void mount() throws IOException {
    turnTo(version(1));
    for (var name : List.of("feeds.opml", "more.opml", "seguia.yaml"))
      Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
    log.start();
    reload.addAppender(log);
  }

  @AfterEach
  void stop() {
    reload.detachAppender(log);
  }

  /// Writes a directory with all files, in which everything has the number in it.
  private Path version(int number) throws IOException {
    var directory = Files.createDirectory(folder.resolve("..v" + number));
    Files.writeString(
        directory.resolve("feeds.opml"),
        list(source("own", number) + "<outline text='More' type='include' url='more.opml'/>"));
    Files.writeString(directory.resolve("more.opml"), list(source("more", number)));
    Files.writeString(
        directory.resolve("seguia.yaml"),
        String.join("\n", Installation.USUAL) + "\nfeeds: {size: " + number + "}\n");
    return directory;
  }

  private static String list(String outlines) {
    return "<opml version='2.0'><body>%s</body></opml>".formatted(outlines);
  }

  private static String source(String name, int number) {
    return "<outline text='%1$s' xmlUrl='http://127.0.0.1:1/%1$s-%2$d'/>".formatted(name, number);
  }

  private void turnTo(Path directory) throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("..new"), directory.getFileName());
    Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) Files.delete(file);
    }
    Files.delete(directory);
  }

  @Test
  void areFollowedFromOneDirectoryToTheNext() throws IOException {
    var place = new Installation(folder);
    var lists = ListStore.in(place.data());
    try (var daemon = place.daemon()) {
      daemon.start();
      try (var _ = new Reload(place.options(), daemon, lists, place.options().readSources(lists))) {
        for (var number = 1; number < 4; number++) {
          awaitVersion(daemon, number);
          turnTo(version(number + 1));
          delete(folder.resolve("..v" + number));
        }
        awaitVersion(daemon, 4);
        delete(folder.resolve("..v4"));
        await().atMost(SOON).until(() -> refusals() >= 2);
        awaitVersion(daemon, 4);
        turnTo(version(5));
        awaitVersion(daemon, 5);
      }
    }
  }

  private void awaitVersion(Daemon daemon, int number) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(daemon.config().feeds().size()).isEqualTo(number);
          assertThat(sources(daemon))
              .containsExactlyInAnyOrder("/own-" + number, "/more-" + number);
        });
  }

  private static List<String> sources(Daemon daemon) {
    var url = URI.create("http://127.0.0.1:" + daemon.port());
    try (var client = new DaemonClient(url, Optional.empty())) {
      return client.sources().stream()
          .filter(source -> !source.state().equals(SourceCondition.UNLISTED.word()))
          .map(source -> URI.create(source.url()).getPath())
          .toList();
    }
  }

  /// Invalid files: the settings, and the list with what it includes.
  private long refusals() {
    return List.of(log.list.toArray(ILoggingEvent[]::new)).stream()
        .filter(line -> line.getFormattedMessage().contains("invalid file"))
        .count();
  }
}
