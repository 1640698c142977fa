package dev.seguia.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerOnlyTest {
  @TempDir private Path folder;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void give(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void makesWhatOthersCannotRead() throws IOException {
    var data = folder.resolve("data");
    var directory = data.resolve("lists");
    OwnerOnly.createDirectories(directory);
    OwnerOnly.createMissingFile(directory.resolve("file"));
    assertThat(mode(data)).isEqualTo("rwx------");
    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("file"))).isEqualTo("rw-------");
  }

  @Test
  void leavesWhatIsThereAsItIs() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "text");
    give(folder, "rwxr-x---");
    give(file, "rw-r-----");
    OwnerOnly.createDirectories(folder);
    OwnerOnly.createMissingFile(file);
    assertThat(mode(folder)).isEqualTo("rwxr-x---");
    assertThat(mode(file)).isEqualTo("rw-r-----");
    assertThat(file).hasContent("text");
  }

  @Test
  void replacesAFileUnderTheModeThatItHas() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "old");
    give(file, "rw-r-----");
    var draft = folder.resolve("draft");
    OwnerOnly.createMissingFile(draft);
    KeptOwner.replace(Files.writeString(draft, "new"), file);
    assertThat(mode(file)).isEqualTo("rw-r-----");
    assertThat(file).hasContent("new");
  }
}
