package dev.seguia.daemon;

import dev.seguia.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/// The directory of the store and its files.
public final class DataDirectory {
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

  /// Whether the directory contains a store, even a damaged one.
  public static boolean holdsStore(Path data) {
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
            ? "there is no seguia.mv.db in it"
            : Files.exists(directory)
                ? "it is a file, not a directory"
                : "there is no such directory";
    throw new DaemonException(
        "the data directory %s has no store (%s); name another with --data, or create one with seguia run"
            .formatted(directory, why),
        null);
  }

  private static void make(Path directory) {
    try {
      OwnerOnly.createDirectories(directory);
    } catch (IOException e) {
      throw unusable(directory, "cannot be created", e);
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
        "no permission to write " + file + "; make this user its owner", null);
  }

  private static DaemonException unusable(Path directory, String what, IOException e) {
    return new DaemonException(
        "the data directory %s %s (%s); make this user its owner, or name another with --data"
            .formatted(directory, what, IoErrors.words(e)),
        e);
  }
}
