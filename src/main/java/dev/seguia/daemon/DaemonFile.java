package dev.seguia.daemon;

import dev.seguia.files.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Two files in the data directory: one contains the URL of the running daemon, and one, readable
/// only by its owner, the key with which commands authenticate as the operator.
public record DaemonFile(Path file, Path keyFile) {
  public static DaemonFile in(Path data) {
    return new DaemonFile(data.resolve("daemon.url"), data.resolve("daemon.key"));
  }

  /// Where a daemon said that it is; it may have died since.
  public Optional<URI> read() {
    return line(file).flatMap(DaemonFile::uri);
  }

  /// The key of the daemon; empty for those who may not read it.
  public Optional<String> readKey() {
    return line(keyFile);
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(line -> !line.isEmpty());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String line) {
    try {
      return Optional.of(URI.create(line));
    } catch (IllegalArgumentException torn) {
      return Optional.empty();
    }
  }

  void write(URI url) {
    try {
      OwnerOnly.createDirectoryOf(file);
      OwnerOnly.createMissingFile(file);
      Files.writeString(file, url + "\n");
    } catch (IOException e) {
      throw new DaemonException("cannot write " + file + " (" + IoErrors.words(e) + ")", e);
    }
  }

  void writeKey(String key) {
    try {
      OwnerOnly.createDirectoryOf(keyFile);
      Files.deleteIfExists(keyFile);
      OwnerOnly.createFile(keyFile);
      Files.writeString(keyFile, key + "\n");
    } catch (IOException e) {
      throw new DaemonException("cannot write " + keyFile + " (" + IoErrors.words(e) + ")", e);
    }
  }

  void delete() {
    delete(file);
    delete(keyFile);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DaemonException("cannot delete " + file + " (" + IoErrors.words(e) + ")", e);
    }
  }
}
