package dev.seguia.store.database;

import dev.seguia.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store's file, and the mark file beside it.
final class StoreFile {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

  /// So much of the disk stays free for H2's housekeeping: a write that fails half-way loses all
  /// that H2 holds in memory.
  private static final long LEAST_ROOM = 8L << 20;

  private final Path file;
  private final Path markFile;
  private final Optional<StoreMark> found;
  private @Nullable FileStore disk;

  /// @param path as in the JDBC URL, without the ending that H2 gives it
  /// @throws StoreException if there was a store, and nothing is left of it
  StoreFile(Path path) {
    this.file = H2.file(path);
    this.markFile = path.resolveSibling(path.getFileName() + ".mark");
    this.found = readMark();
    if (found.isPresent() && isEmpty())
      throw damaged("is empty or gone, though it held " + held(found.get().writes()));
  }

  /// Creates the file if it is missing: H2 would create one that others can read. H2 would make one
  /// that others may read.
  void createMissing() {
    try {
      OwnerOnly.createDirectoryOf(file);
      OwnerOnly.createMissingFile(file);
    } catch (IOException e) {
      // H2 cannot make it either, and its error tells why
    }
  }

  private Optional<StoreMark> readMark() {
    try {
      return StoreMark.read(markFile);
    } catch (IOException e) {
      throw new StoreException(markFile + " cannot be read: " + e.getMessage(), e);
    }
  }

  private boolean isEmpty() {
    try {
      return !Files.exists(file) || Files.size(file) == 0;
    } catch (IOException e) {
      throw new StoreException("the store " + file + " cannot be read", e);
    }
  }

  private static String held(long writes) {
    return writes + " transactions";
  }

  private StoreException damaged(String what) {
    return new StoreException(
        "the store "
            + file
            + " "
            + what
            + ". Put back a copy of it; or, to go on with what is there, remove "
            + markFile);
  }

  /// Whether it was closed properly and has not changed since.
  boolean isUntouched() {
    try {
      return found.isPresent()
          && found.get().stopped().equals(Optional.of(StoreMark.Stamp.of(file)));
    } catch (IOException e) {
      return false; // the start-up check reads it through then
    }
  }

  /// Checks that the opened store is the one that was there before.
  ///
  /// @throws StoreException if it holds less, or is another one
  void expect(long created, long writes) {
    if (found.isEmpty()) return;
    if (found.get().created() != created) throw damaged("is not the one that was here before");
    if (found.get().writes() > writes)
      throw damaged(
          "has lost data: it holds %s of %d".formatted(held(writes), found.get().writes()));
  }

  /// Marks how much is in it, while it is in use.
  void mark(long created, long writes) {
    write(new StoreMark(created, writes, Optional.empty()));
  }

  /// Marks how much is in it, and its size and date, once it is closed.
  void markStopped(long created, long writes) {
    try {
      write(new StoreMark(created, writes, Optional.of(StoreMark.Stamp.of(file))));
    } catch (IOException e) {
      notWritten(e);
    }
  }

  private void write(StoreMark mark) {
    try {
      mark.write(markFile);
    } catch (IOException e) {
      notWritten(e);
    }
  }

  /// The older mark is still valid: it is a lower bound.
  private void notWritten(IOException e) {
    LOG.atWarn()
        .addKeyValue("file", markFile)
        .addKeyValue("reason", e)
        .log("store mark file could not be written");
  }

  /// Whether there is room on its disk for more.
  boolean hasRoom() {
    try {
      return disk().getUsableSpace() >= LEAST_ROOM;
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("file", file)
          .addKeyValue("reason", e)
          .log("disk not responding: its free space cannot be read");
      return false;
    }
  }

  /// Looked up once: the look-up reads the table of all mounts, and every write asks for room.
  private FileStore disk() throws IOException {
    var known = disk;
    if (known == null) disk = known = Files.getFileStore(file.getParent());
    return known;
  }
}
