package dev.seguia.store.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the store can be written to, and why not. Each change is logged once.
final class StoreHealth {
  private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);

  /// H2 is reopened after each write that fails: not too often.
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final Optional<StoreFile> file;
  private final InstantSource clock;
  private Optional<String> trouble = Optional.empty();
  private boolean forGood;
  private Instant nextTry = Instant.MIN;

  StoreHealth(Optional<StoreFile> file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /// Why nothing can be written now; empty if something can.
  synchronized Optional<String> trouble() {
    if (forGood) return trouble;
    if (!file.map(StoreFile::hasRoom).orElse(true))
      return troubled("the disk is full: nothing is stored until there is free space");
    return clock.instant().isBefore(nextTry) ? trouble : Optional.empty();
  }

  private Optional<String> troubled(String words) {
    if (trouble.isEmpty()) LOG.error(words);
    trouble = Optional.of(words);
    return trouble;
  }

  /// A write failed, and the store has to be reopened.
  synchronized void failed(Throwable reason) {
    var words = "cannot write to the store: " + innermost(reason);
    if (!forGood) troubled(words);
    nextTry = clock.instant().plus(BETWEEN_TRIES);
  }

  /// Invalid data was read: further writes could only make it worse.
  synchronized void damaged(Throwable reason) {
    if (forGood) return;
    trouble = Optional.empty();
    troubled("the store is damaged: writing to it has stopped: " + innermost(reason));
    forGood = true;
  }

  /// The message of the innermost cause, in one line.
  static String innermost(Throwable thrown) {
    var reason = thrown;
    while (reason.getCause() != null) reason = reason.getCause();
    var words = reason.getMessage() == null ? reason.toString() : reason.getMessage();
    return words.lines().findFirst().orElse("");
  }

  /// A write succeeded.
  synchronized void well() {
    if (trouble.isEmpty() || forGood) return;
    trouble = Optional.empty();
    LOG.info("store writable again");
  }
}
