package dev.seguia.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Creates files and directories that other accounts cannot read, whatever the umask: addresses of
/// sources may contain passwords and tokens. Existing ones keep the mode that their owner gave
/// them. On file systems without such modes, the rights of the directory apply.
public final class OwnerOnly {
  private OwnerOnly() {}

  /// Creates a directory and its missing parents.
  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, mode(directory, "rwx------"));
  }

  /// Creates the directory of a file and its missing parents.
  public static void createDirectoryOf(Path file) throws IOException {
    var directory = file.toAbsolutePath().getParent();
    if (directory != null) createDirectories(directory);
  }

  /// Creates an empty file.
  ///
  /// @throws FileAlreadyExistsException if there is one already
  public static void createFile(Path file) throws IOException {
    Files.createFile(file, mode(file, "rw-------"));
  }

  /// Creates an empty file if there is none.
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
