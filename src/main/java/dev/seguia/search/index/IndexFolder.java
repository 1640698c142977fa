package dev.seguia.search.index;

import dev.seguia.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory of an index, locked by one process.
final class IndexFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final String LOCK = "seguia.lock";

  private final Path path;
  private final Directory directory;
  private final Lock lock;

  private IndexFolder(Path path, Directory directory, Lock lock) {
    this.path = path;
    this.directory = directory;
    this.lock = lock;
  }

  /// @param disk what lies between the index and its files, as a test may have it
  static IndexFolder open(Path path, UnaryOperator<Directory> disk) {
    try {
      OwnerOnly.createDirectories(path);
      var directory = disk.apply(FSDirectory.open(path));
      return new IndexFolder(path, directory, directory.obtainLock(LOCK));
    } catch (LockObtainFailedException e) {
      throw new SearchException("the search index " + path + " is in use by another process", e);
    } catch (IOException e) {
      throw new SearchException(
          "the search index " + path + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /// One in memory, which is gone when it is closed.
  static IndexFolder inMemory() {
    var directory = new ByteBuffersDirectory();
    try {
      return new IndexFolder(Path.of("in memory"), directory, directory.obtainLock(LOCK));
    } catch (IOException e) {
      throw new SearchException("no search index can be made in memory", e);
    }
  }

  /// Opens the index; a damaged one, or one of another format, is replaced by an empty one.
  OpenIndex index() {
    try {
      return OpenIndex.open(directory);
    } catch (IOException | RuntimeException | InternalError e) {
      if (!IndexCorruption.isMeant(e)) throw failed(e);
      return anew(String.valueOf(e.getMessage()));
    }
  }

  /// Deletes its files, and creates an empty index.
  OpenIndex anew(String reason) {
    LOG.atWarn()
        .addKeyValue("index", path)
        .addKeyValue("reason", reason)
        .log("search index is unusable: rebuilding it from the store");
    try {
      for (var file : directory.listAll()) if (!file.endsWith(".lock")) directory.deleteFile(file);
      return OpenIndex.open(directory);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  SearchException failed(Throwable cause) {
    return new SearchException(
        "the search index " + path + " failed: " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    try (directory;
        lock) {
      // both are closed, whatever the other does
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
