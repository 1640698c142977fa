package dev.seguia.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A temporary directory that is deleted after use.
public record ScratchDirectory(Path path) implements AutoCloseable {
  /// Creates one, among the temporary files of this machine.
  ///
  /// @throws DaemonException if that fails
  public static ScratchDirectory create() {
    try {
      return new ScratchDirectory(Files.createTempDirectory("seguia"));
    } catch (IOException e) {
      throw new DaemonException(
          "cannot create a temporary directory (" + IoErrors.words(e) + "); set java.io.tmpdir", e);
    }
  }

  @Override
  public void close() {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DaemonException(
          "cannot delete the temporary directory %s (%s)".formatted(path, IoErrors.words(e)), e);
    }
  }
}
