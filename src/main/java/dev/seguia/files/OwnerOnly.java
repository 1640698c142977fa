package dev.seguia.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Makes files and directories that other accounts cannot read, whatever the umask: addresses of
/// sources may hold passwords and tokens. What is there already keeps the mode that its owner gave
/// it. Where the file system has no such modes, the rights of the directory count.
public final class OwnerOnly {
  private OwnerOnly() {}

  /// Makes a directory, and those above it that are missing.
  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, mode(directory, "rwx------"));
  }

  /// Makes the directory of a file, and those above it that are missing.
  public static void createDirectoryOf(Path file) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    if (directory != null) createDirectories(directory);
  }

  /// Makes an empty file.
  ///
  /// @throws FileAlreadyExistsException if there is one already
  public static void createFile(Path file) throws IOException {
    Files.createFile(file, mode(file, "rw-------"));
  }

  /// Makes an empty file where there is none.
  public static void createMissingFile(Path file) throws IOException {
    try {
      createFile(file);
    } catch (FileAlreadyExistsException e) {
      // it stays as it is
    }
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    if (!KeptOwner.hasModes(path)) return new FileAttribute<?>[0];
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
