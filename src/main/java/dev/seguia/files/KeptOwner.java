package dev.seguia.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/// Replaces a file atomically, and keeps its owner, group and mode: a command that is run as root
/// must not take a file away from the service.
public final class KeptOwner {
  private KeptOwner() {}

  /// Replaces a file by a draft.
  ///
  /// @param draft the new content; it no longer exists afterwards
  public static void replace(Path draft, Path file) throws IOException {
    if (hasModes(file)) keep(draft, file);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static boolean hasModes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /// A new file belongs to the owner of its directory. Only root can give files away; everybody
  /// else writes in directories of their own.
  private static void keep(Path draft, Path file) throws IOException {
    var isThere = Files.exists(file);
    var wanted = attributes(isThere ? file : file.resolveSibling("."));
    var given = attributes(draft);
    var view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    try {
      if (isThere && !wanted.permissions().equals(given.permissions()))
        view.setPermissions(wanted.permissions());
      if (!wanted.group().equals(given.group())) view.setGroup(wanted.group());
      if (!wanted.owner().equals(given.owner())) view.setOwner(wanted.owner());
    } catch (IOException e) {
      // the file goes to whoever writes it, as every file does
    }
  }

  private static PosixFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class);
  }
}
