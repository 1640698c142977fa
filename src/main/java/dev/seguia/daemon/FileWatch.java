package dev.seguia.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches a file for changes (by polling).
///
/// It looks twice a second instead of asking the system for events: those differ from system to
/// system, are lost on network drives, and come several times for one change by an editor.
public final class FileWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Path file;
  private final Runnable changed;
  private final Thread thread;
  private Optional<Look> last;

  /// The observed state of a file.
  private record Look(FileTime modified, long size, @Nullable Object key) {}

  /// @param changed called on a thread of its own, one call at a time
  public FileWatch(Path file, Runnable changed) {
    this.file = file;
    this.changed = changed;
    this.last = look();
    this.thread = Thread.ofVirtual().name("watch " + file).start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(BETWEEN_LOOKS);
        var now = look();
        if (!now.equals(last)) tell(now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Optional<Look> now) {
    last = now;
    try {
      changed.run();
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("file", file).setCause(e).log("applying a changed file failed");
    }
  }

  private Optional<Look> look() {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Look(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
