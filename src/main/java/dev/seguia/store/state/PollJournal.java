package dev.seguia.store.state;

import dev.seguia.files.KeptOwner;
import dev.seguia.files.OwnerOnly;
import dev.seguia.store.database.StoreException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A journal of which polls began, and when: after a kill between a request and the commit of its
/// entries, the restarted daemon must not request the same document again at once. A poll begins
/// when its request is sent: a poll that waits for its turn has requested nothing, and may wait
/// long.
///
/// A line in a file costs a few microseconds and survives a kill at once. A commit would cost as
/// much as the poll, and a kill would lose it in the half second before the store writes it.
public final class PollJournal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PollJournal.class);
  private static final String NAME = "polls-begun";
  private static final long LARGEST = 4 << 20;

  private final Optional<Path> file;
  private final Map<String, Instant> begun = new ConcurrentHashMap<>();
  private OutputStream out = OutputStream.nullOutputStream();
  private long size;

  private PollJournal(Optional<Path> file) {
    this.file = file;
  }

  /// The journal of a data directory. If it cannot be written, as on a full disk, it is kept in
  /// memory: the daemon has to start and serve all the same.
  ///
  /// @throws StoreException if it cannot be read
  public static PollJournal in(Path directory) {
    var journal = new PollJournal(Optional.of(directory.resolve(NAME)));
    try {
      journal.read();
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("the journal of polls in " + directory + " cannot be read", e);
    }
    try {
      journal.renew();
    } catch (IOException e) {
      unwritten(e);
    }
    return journal;
  }

  /// The journal of a data directory, read-only.
  ///
  /// @throws StoreException if it cannot be read
  public static PollJournal reading(Path directory) {
    var journal = new PollJournal(Optional.of(directory.resolve(NAME)));
    try {
      journal.read();
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("the journal of polls in " + directory + " cannot be read", e);
    }
    return journal;
  }

  private static void unwritten(IOException e) {
    LOG.atWarn().addKeyValue("reason", e).log("poll journal could not be written");
  }

  /// A journal in memory.
  public static PollJournal inMemory() {
    return new PollJournal(Optional.empty());
  }

  private void read() throws IOException {
    if (file.isEmpty() || !Files.exists(file.get())) return;
    try (var lines = Files.lines(file.get(), StandardCharsets.ISO_8859_1)) {
      lines.forEach(this::read);
    }
  }

  /// The last line may be torn.
  private void read(String line) {
    var blank = line.indexOf(' ');
    if (blank < 0) return;
    try {
      begun.put(
          line.substring(0, blank),
          Instant.ofEpochMilli(Long.parseLong(line.substring(blank + 1))));
    } catch (NumberFormatException | DateTimeException torn) {
      // a poll whose line is incomplete has not begun
    }
  }

  /// Writes the newest line of every source into a new file, and continues there.
  private void renew() throws IOException {
    if (file.isEmpty()) return;
    var draft = file.get().resolveSibling(NAME + ".new");
    var text =
        begun.entrySet().stream()
            .map(poll -> line(poll.getKey(), poll.getValue()))
            .collect(Collectors.joining());
    OwnerOnly.createMissingFile(draft);
    Files.writeString(draft, text, StandardCharsets.ISO_8859_1);
    KeptOwner.replace(draft, file.get());
    out.close();
    // No channel: one that a thread is interrupted in would close for all.
    out = new FileOutputStream(file.get().toFile(), true);
    size = text.length();
  }

  private static String line(String sourceId, Instant moment) {
    return sourceId + " " + moment.toEpochMilli() + "\n";
  }

  public synchronized void begin(String sourceId, Instant now) {
    begun.put(sourceId, now);
    var line = line(sourceId, now).getBytes(StandardCharsets.ISO_8859_1);
    try {
      out.write(line);
      size += line.length;
      if (size > LARGEST) renew();
    } catch (IOException e) {
      unwritten(e); // the poll goes on: at worst it is begun again after a sudden end
    }
  }

  /// When the latest poll of a source began.
  public Optional<Instant> begun(String sourceId) {
    return Optional.ofNullable(begun.get(sourceId));
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new StoreException("the journal of polls cannot be closed", e);
    }
  }
}
