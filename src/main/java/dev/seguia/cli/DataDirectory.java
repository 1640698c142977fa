package dev.seguia.cli;

import dev.seguia.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/// The directory that entries and states are kept in.
final class DataDirectory {
  private DataDirectory() {}

  /// Makes the directory where it is missing, and tries whether it can be written: the store itself
  /// says so late, and in many lines.
  ///
  /// @throws DaemonException if it is none that this user can write
  static Path prepared(Path data) {
    var directory = data.toAbsolutePath().normalize();
    make(directory);
    tryToWrite(directory);
    return data;
  }

  /// Whether a store lies in the directory, be it damaged.
  static boolean holdsStore(Path data) {
    return Files.exists(data.resolve("seguia.mv.db")) || Files.exists(data.resolve("seguia.mark"));
  }

  /// Wants a store in the directory.
  ///
  /// @throws DaemonException if there is none
  static void wantStore(Path data) {
    if (holdsStore(data)) return;
    var directory = data.toAbsolutePath().normalize();
    var why =
        Files.isDirectory(directory)
            ? "no seguia.mv.db is in it"
            : Files.exists(directory) ? "it is a file" : "there is no such directory";
    throw new DaemonException(
        "the data directory %s holds no store (%s); name another with --data, or begin one with seguia run"
            .formatted(directory, why),
        null);
  }

  private static void make(Path directory) {
    try {
      OwnerOnly.createDirectories(directory);
    } catch (IOException e) {
      throw unusable(directory, "cannot be made", e);
    }
  }

  private static void tryToWrite(Path directory) {
    try {
      Files.delete(Files.createTempFile(directory, "trial", ""));
    } catch (IOException e) {
      throw unusable(directory, "cannot be written", e);
    }
    try (var files = Files.list(directory)) {
      files
          .filter(file -> file.getFileName().toString().startsWith("seguia."))
          .filter(Predicate.not(Files::isWritable))
          .findFirst()
          .ifPresent(DataDirectory::refuse);
    } catch (IOException e) {
      throw unusable(directory, "cannot be read", e);
    }
  }

  private static void refuse(Path file) {
    throw new DaemonException(
        "this user may not write " + file + "; give the file to this user", null);
  }

  private static DaemonException unusable(Path directory, String what, IOException e) {
    return new DaemonException(
        "the data directory %s %s (%s); give it to this user, or name another with --data"
            .formatted(directory, what, IoErrors.words(e)),
        e);
  }
}
