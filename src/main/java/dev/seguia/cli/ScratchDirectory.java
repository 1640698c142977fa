package dev.seguia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A directory that is gone after its use.
record ScratchDirectory(Path path) implements AutoCloseable {
  /// @throws DaemonException if none can be made
  static ScratchDirectory create() {
    try {
      return new ScratchDirectory(Files.createTempDirectory("seguia"));
    } catch (IOException e) {
      throw new DaemonException(
          "no temporary directory can be made (" + IoErrors.words(e) + "); set java.io.tmpdir", e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DaemonException(
          "the temporary directory %s cannot be removed (%s)".formatted(path, IoErrors.words(e)),
          e);
    }
  }
}
