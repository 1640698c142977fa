package dev.seguia.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file in the data directory that says where the daemon on it can be asked.
record DaemonFile(Path file) {
  static DaemonFile in(Path data) {
    return new DaemonFile(data.resolve("daemon.url"));
  }

  /// Where a daemon said that it is; it may have died since.
  Optional<URI> read() {
    try {
      return Optional.of(URI.create(Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException absent) {
      return Optional.empty();
    }
  }

  void write(URI url) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, url + "\n");
    } catch (IOException e) {
      throw new DaemonException("cannot write " + file + " (" + FileTrouble.words(e) + ")", e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DaemonException("cannot delete " + file + " (" + FileTrouble.words(e) + ")", e);
    }
  }
}
